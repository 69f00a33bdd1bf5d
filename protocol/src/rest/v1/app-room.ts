import Type, { type Static } from "typebox";
import { RoomId, RoomName, UserId } from "../../ids.ts";
import { limits } from "../../limits.ts";

/** `waiting`: nobody is in it. `ended`: nobody can enter it any more. */
export const AppRoomState = Type.Union([Type.Literal("waiting"), Type.Literal("active"), Type.Literal("ended")]);
export type AppRoomState = Static<typeof AppRoomState>;

/** Whatever the app wants to keep with its room: a JSON object of at most `limits.metadata` bytes. */
export const RoomMetadata = Type.Record(Type.String(), Type.Unknown(), {
  description: `Kept and given back as it is; at most ${limits.metadata} bytes of JSON.`,
});
export type RoomMetadata = Static<typeof RoomMetadata>;

/** A room as the app that made it sees it. Times are ISO 8601 UTC, durations milliseconds. */
export const AppRoom = Type.Object({
  roomId: RoomId,
  status: AppRoomState,
  name: Type.Union([RoomName, Type.Null()]),
  metadata: Type.Union([RoomMetadata, Type.Null()]),
  createdBy: Type.Union([UserId, Type.Null()]),
  createdAt: Type.String(),
  endedAt: Type.Union([Type.String(), Type.Null()]),
  maxParticipants: Type.Integer(),
  allowScreenShare: Type.Boolean(),
  participants: Type.Integer({ description: "How many are in it now." }),
  totalSessions: Type.Integer(),
  totalDuration: Type.Integer({ description: "Of the sessions that are over." }),
});
export type AppRoom = Static<typeof AppRoom>;
