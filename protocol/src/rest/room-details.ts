import Type, { type Static } from "typebox";
import { UserId } from "../ids.ts";
import { ListedRoom } from "./room-list.ts";

/** `GET /api/rooms/:roomId` (lobby spec). */
export const RoomDetails = Type.Object({
  ...ListedRoom.properties,
  /** Who is in it now, in order of arrival; not told where there is a password. */
  participants: Type.Optional(
    Type.Array(Type.Object({ userId: UserId, username: Type.String(), joinedAt: Type.String() })),
  ),
});
export type RoomDetails = Static<typeof RoomDetails>;
