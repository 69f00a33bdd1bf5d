import Type, { type Static } from "typebox";
import { Password, PasswordHint, UserId } from "../ids.ts";
import { limits } from "../limits.ts";
import { Answer, Candidate, Offer } from "../signal.ts";

const closed = { additionalProperties: false } as const;
const to = Type.Optional(UserId);

/**
 * What a native client sends: `emit(name, data, seq?, ack?)`.
 * `seq` counts the client's messages from 1 within a seat; a number the server has
 * already seen is acknowledged and dropped, so that a client may resend after a resume.
 * Without `to` a signal goes to the only other participant.
 */
export const requests = {
  "webrtc-offer": Type.Object({ to, offer: Offer }, closed),
  "webrtc-answer": Type.Object({ to, answer: Answer }, closed),
  "ice-candidate": Type.Object({ to, candidate: Candidate }, closed),
  "set-media": Type.Object(
    {
      audio: Type.Optional(Type.Boolean()),
      video: Type.Optional(Type.Boolean()),
      screen: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  "set-room-password": Type.Object({ password: Password, hint: Type.Optional(PasswordHint) }, closed),
  "clear-room-password": Type.Object({}, closed),
  "update-room": Type.Object(
    {
      maxParticipants: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.maxParticipants })),
      allowScreenShare: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  "remove-participant": Type.Object({ userId: UserId }, closed),
  "renew-credentials": Type.Object({}, closed),
  "leave-room": Type.Object({}, closed),
} as const;

/** Name → data of every request. */
export type Requests = { [N in keyof typeof requests]: Static<(typeof requests)[N]> };
export type RequestName = keyof Requests;
