import type { RoomInfo } from "@chamcall/protocol";
import type { Room } from "../core/room.ts";

/** The room schema of the rooms spec, without hashes. */
export function roomInfo(room: Room): RoomInfo {
  return {
    roomId: room.roomId,
    createdAt: new Date(room.createdAt).toISOString(),
    lastUsed: new Date(room.lastUsed).toISOString(),
    settings: {
      maxParticipants: room.maxParticipants,
      allowScreenShare: room.allowScreenShare,
      passwordEnabled: room.passwordHash !== null,
      ...(room.passwordHint === null ? {} : { passwordHint: room.passwordHint }),
    },
    stats: { totalSessions: room.totalSessions, totalDuration: room.totalDuration },
  };
}
