import Type, { type Static } from "typebox";
import { RoomId } from "../ids.ts";

/** A room as anyone may know it. Times are ISO 8601 UTC. */
export const ListedRoom = Type.Object({
  roomId: RoomId,
  /** The roomId where nobody gave it a name. */
  name: Type.String(),
  createdAt: Type.String(),
  lastUsed: Type.String(),
  passwordEnabled: Type.Boolean(),
  maxParticipants: Type.Integer(),
});
export type ListedRoom = Static<typeof ListedRoom>;

/** `GET /api/rooms` (lobby spec), the last used first. */
export const RoomList = Type.Object({
  rooms: Type.Array(
    Type.Object({
      ...ListedRoom.properties,
      /** How many are in it now; not told where there is a password. */
      participants: Type.Optional(Type.Integer()),
    }),
  ),
});
export type RoomList = Static<typeof RoomList>;
