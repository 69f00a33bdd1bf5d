import Type, { type Static } from "typebox";
import { DisplayName, RoomId, UserId } from "../../ids.ts";
import { Role } from "../../participant.ts";
import { AppRoomState } from "./app-room.ts";

/** `GET /api/v1/rooms/:roomId/status`. */
export const AppRoomStatus = Type.Object({
  roomId: RoomId,
  status: AppRoomState,
  participants: Type.Array(
    Type.Object({
      userId: UserId,
      name: DisplayName,
      role: Role,
      joinedAt: Type.String({ description: "ISO 8601 UTC." }),
    }),
    { description: "Who is in it now, in order of arrival." },
  ),
});
export type AppRoomStatus = Static<typeof AppRoomStatus>;
