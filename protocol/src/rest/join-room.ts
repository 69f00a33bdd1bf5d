import Type, { type Static } from "typebox";
import { IceServer } from "../ice.ts";
import { DisplayName, OwnerKey, Password, UserId } from "../ids.ts";

/** Body of `POST /room/:roomId/join`. */
export const JoinRoomBody = Type.Object(
  {
    displayName: DisplayName,
    password: Type.Optional(Password),
    /** A wish; refused with USER_ID_TAKEN while someone else sits there under it. */
    userId: Type.Optional(UserId),
    ownerKey: Type.Optional(OwnerKey),
    /** Keeps a room that this join makes out of the lobby's list: only who has its link finds it. */
    unlisted: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type JoinRoomBody = Static<typeof JoinRoomBody>;

/** Answer of `POST /room/:roomId/join`: everything needed to connect. */
export const JoinRoomReply = Type.Object({
  roomId: Type.String(),
  /** Room token for the socket's `auth.token`. */
  token: Type.String(),
  userId: UserId,
  /** Where to connect, path included: `wss://host/ws`. */
  signalingUrl: Type.String(),
  iceServers: Type.Array(IceServer),
  /** Seconds that the token and the ICE credentials live. */
  ttl: Type.Integer(),
  /** Only for whoever created the room with this request: keep it, it is not shown again. */
  ownerKey: Type.Optional(OwnerKey),
});
export type JoinRoomReply = Static<typeof JoinRoomReply>;
