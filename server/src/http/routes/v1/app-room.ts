import type { AppRoom } from "@chamcall/protocol";
import type { AppRoomView } from "../../../core/rooms/app-room.ts";

/** A room as its app reads it. */
export function appRoom({ room, state, participants }: AppRoomView): AppRoom {
  const { roomId, name, metadata, createdBy, createdAt, endedAt } = room;
  const { maxParticipants, allowScreenShare, totalSessions, totalDuration } = room;
  return {
    roomId,
    status: state,
    name,
    metadata,
    createdBy,
    createdAt: new Date(createdAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    maxParticipants,
    allowScreenShare,
    participants,
    totalSessions,
    totalDuration,
  };
}
