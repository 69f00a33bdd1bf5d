import Type, { type Static } from "typebox";
import { IceServer } from "../ice.ts";
import { Person } from "../user.ts";

const callId = Type.String();
const video = Type.Boolean({ description: "Whether the caller wants to be seen." });
const timeoutMs = Type.Integer({ description: "How long it will ring from now, in milliseconds." });

/** Where a call goes on: a fresh room for two, entered with this token as any room. */
export const CallRoom = Type.Object({
  roomId: Type.String(),
  token: Type.String({ description: "Room token of this side." }),
  iceServers: Type.Array(IceServer),
  ttl: Type.Integer({ description: "Seconds that token and ICE credentials live." }),
});
export type CallRoom = Static<typeof CallRoom>;

/** Someone rings. */
export const IncomingCall = Type.Object({ callId, from: Person, video, timeoutMs });
export type IncomingCall = Static<typeof IncomingCall>;

/** The call that a device finds itself in when it comes back. */
export const CurrentCall = Type.Union([
  Type.Object({ state: Type.Literal("incoming"), ...IncomingCall.properties }),
  Type.Object({ state: Type.Literal("outgoing"), callId, to: Person, video, timeoutMs }),
  Type.Object({ state: Type.Literal("active"), callId, peer: Person, video, room: CallRoom }),
]);
export type CurrentCall = Static<typeof CurrentCall>;
