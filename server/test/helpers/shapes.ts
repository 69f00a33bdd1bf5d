import type { RoomInfo } from "@chamcall/protocol";
import { expect } from "vitest";

/** Matches an ISO 8601 UTC time. */
export const isoTime: string = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** Matches the room schema of a new room, with what differs. */
export function roomInfoOf(roomId: string, settings: Partial<RoomInfo["settings"]> = {}): RoomInfo {
  return {
    roomId,
    createdAt: isoTime,
    lastUsed: isoTime,
    settings: { maxParticipants: 10, allowScreenShare: true, passwordEnabled: false, ...settings },
    stats: { totalSessions: 0, totalDuration: 0 },
  };
}

/** Matches a refusal with this code and a sentence. */
export function refusalOf(code: string, details: object = {}): object {
  return { code, message: expect.stringMatching(/\w/), ...details };
}
