import Type, { type Static } from "typebox";
import { RoomId, RoomName, UserId } from "../../ids.ts";
import { limits } from "../../limits.ts";
import { AppRoomState, RoomMetadata } from "./app-room.ts";

/** Body of `POST /api/v1/rooms`. */
export const CreateAppRoomBody = Type.Object(
  {
    metadata: Type.Optional(RoomMetadata),
    /** Whoever the room was made for, in the app's own words. */
    createdBy: Type.Optional(UserId),
    name: Type.Optional(RoomName),
    /** The server's MAX_PARTICIPANTS when absent. */
    maxParticipants: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.maxParticipants })),
  },
  { additionalProperties: false },
);
export type CreateAppRoomBody = Static<typeof CreateAppRoomBody>;

/** Answer of `POST /api/v1/rooms`, 201. */
export const CreateAppRoomReply = Type.Object({ roomId: RoomId, status: AppRoomState });
export type CreateAppRoomReply = Static<typeof CreateAppRoomReply>;
