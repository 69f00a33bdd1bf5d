import Type, { type Static } from "typebox";
import { limits } from "./limits.ts";

/** RTCSessionDescriptionInit of an offer. */
export const Offer = Type.Object({ type: Type.Literal("offer"), sdp: Type.String({ maxLength: limits.sdp }) });
export type Offer = Static<typeof Offer>;

/** RTCSessionDescriptionInit of an answer. */
export const Answer = Type.Object({ type: Type.Literal("answer"), sdp: Type.String({ maxLength: limits.sdp }) });
export type Answer = Static<typeof Answer>;

/** RTCIceCandidateInit; null tells that gathering is over. Other fields ride along unread. */
export const Candidate = Type.Union([
  Type.Object({
    candidate: Type.String({ maxLength: limits.candidate }),
    sdpMid: Type.Optional(Type.Union([Type.String({ maxLength: 64 }), Type.Null()])),
    sdpMLineIndex: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 65535 }), Type.Null()])),
    usernameFragment: Type.Optional(Type.Union([Type.String({ maxLength: 256 }), Type.Null()])),
  }),
  Type.Null(),
]);
export type Candidate = Static<typeof Candidate>;
