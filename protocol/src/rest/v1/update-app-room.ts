import Type, { type Static } from "typebox";
import { RoomName } from "../../ids.ts";
import { limits } from "../../limits.ts";
import { RoomMetadata } from "./app-room.ts";

/** Body of `PATCH /api/v1/rooms/:roomId`: what is named changes, metadata as a whole. */
export const UpdateAppRoomBody = Type.Object(
  {
    metadata: Type.Optional(Type.Union([RoomMetadata, Type.Null()])),
    name: Type.Optional(Type.Union([RoomName, Type.Null()])),
    maxParticipants: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.maxParticipants })),
    allowScreenShare: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type UpdateAppRoomBody = Static<typeof UpdateAppRoomBody>;
