import type { ListedRoom } from "@chamcall/protocol";
import type { Room } from "../../../core/room.ts";

/** A room as anyone may know it. */
export function listedRoom(room: Room): ListedRoom {
  return {
    roomId: room.roomId,
    name: room.name ?? room.roomId,
    createdAt: new Date(room.createdAt).toISOString(),
    lastUsed: new Date(room.lastUsed).toISOString(),
    passwordEnabled: room.passwordHash !== null,
    maxParticipants: room.maxParticipants,
  };
}
