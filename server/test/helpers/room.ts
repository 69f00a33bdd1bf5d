import type { Room } from "../../src/core/room.ts";

/** An open room of the app `app`. */
export function roomOf(roomId: string): Room {
  return {
    appId: "app",
    roomId,
    name: null,
    visibility: "listed",
    createdAt: 1000,
    lastUsed: 1000,
    maxParticipants: 10,
    allowScreenShare: true,
    passwordHash: null,
    passwordHint: null,
    ownerKeyHash: null,
    totalSessions: 0,
    totalDuration: 0,
    metadata: null,
    createdBy: null,
    endedAt: null,
  };
}
