import { isRoomId } from "./is-room-id.ts";

/** A room someone was in; `at` is ms epoch. */
export interface RecentRoom {
  roomId: string;
  at: number;
}

const most = 6;

/** The list with this room first and nothing twice. */
export function addRecentRoom(rooms: readonly RecentRoom[], roomId: string, at: number): RecentRoom[] {
  return [{ roomId, at }, ...removeRecentRoom(rooms, roomId)].slice(0, most);
}

/** The list without this room. */
export function removeRecentRoom(rooms: readonly RecentRoom[], roomId: string): RecentRoom[] {
  return rooms.filter((room) => room.roomId !== roomId);
}

/** Reads what was stored; whatever isn't a recent room is dropped. */
export function parseRecentRooms(json: string | null): RecentRoom[] {
  try {
    const value: unknown = JSON.parse(json ?? "[]");
    return Array.isArray(value) ? value.filter(isRecentRoom).slice(0, most) : [];
  } catch {
    return [];
  }
}

function isRecentRoom(value: unknown): value is RecentRoom {
  if (typeof value !== "object" || value === null || !("roomId" in value) || !("at" in value)) return false;
  return typeof value.roomId === "string" && isRoomId(value.roomId) && typeof value.at === "number";
}
