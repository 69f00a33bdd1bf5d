import Type, { type Static } from "typebox";

/** A room's settings as its members see them; the password itself never leaves the server. */
export const RoomSettings = Type.Object({
  maxParticipants: Type.Integer(),
  allowScreenShare: Type.Boolean(),
  passwordEnabled: Type.Boolean(),
  passwordHint: Type.Optional(Type.String()),
});
export type RoomSettings = Static<typeof RoomSettings>;

/** The rooms spec's room schema without the hash. Times are ISO 8601 UTC, durations milliseconds. */
export const RoomInfo = Type.Object({
  roomId: Type.String(),
  createdAt: Type.String(),
  lastUsed: Type.String(),
  settings: RoomSettings,
  stats: Type.Object({ totalSessions: Type.Integer(), totalDuration: Type.Integer() }),
});
export type RoomInfo = Static<typeof RoomInfo>;
