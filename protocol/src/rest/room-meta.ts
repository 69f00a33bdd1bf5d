import Type, { type Static } from "typebox";

/** `GET /room/:roomId/meta`: what a visitor may know before joining. */
export const RoomMeta = Type.Object({
  roomId: Type.String(),
  exists: Type.Boolean(),
  passwordEnabled: Type.Boolean(),
  passwordHint: Type.Optional(Type.String()),
  maxParticipants: Type.Integer(),
  /** How many are in the room now. */
  participants: Type.Integer(),
});
export type RoomMeta = Static<typeof RoomMeta>;
