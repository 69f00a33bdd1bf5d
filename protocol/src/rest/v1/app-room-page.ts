import Type, { type Static } from "typebox";
import { AppRoom } from "./app-room.ts";
import { NextCursor } from "./page-query.ts";

/** `GET /api/v1/rooms`: all of the app's rooms, ended ones too. */
export const AppRoomPage = Type.Object({ rooms: Type.Array(AppRoom), nextCursor: NextCursor });
export type AppRoomPage = Static<typeof AppRoomPage>;
