import Type, { type Static } from "typebox";
import { IceServer } from "../../ice.ts";
import { DisplayName, RoomId, UserId } from "../../ids.ts";
import { Role } from "../../participant.ts";

/** Body of `POST /api/v1/rooms/:roomId/join`. */
export const JoinAppRoomBody = Type.Object(
  {
    userId: UserId,
    /** What others read; the userId when absent. */
    name: Type.Optional(DisplayName),
    /** `participant` when absent. */
    role: Type.Optional(Role),
  },
  { additionalProperties: false },
);
export type JoinAppRoomBody = Static<typeof JoinAppRoomBody>;

/** Answer of `POST /api/v1/rooms/:roomId/join`: everything that the user's client needs to connect. */
export const JoinAppRoomReply = Type.Object({
  roomId: RoomId,
  /** Room token for the socket's `auth.token`. */
  token: Type.String(),
  /** Where to connect, path included: `wss://host/ws`. */
  signalingUrl: Type.String(),
  iceServers: Type.Array(IceServer),
  /** Seconds that the token and the ICE credentials live. */
  ttl: Type.Integer(),
});
export type JoinAppRoomReply = Static<typeof JoinAppRoomReply>;
