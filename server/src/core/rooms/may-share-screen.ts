import type { Role } from "@chamcall/protocol";
import type { Room } from "../room.ts";

/** Whether someone in that role may share a screen in the room. */
export function mayShareScreen(room: Room, role: Role): boolean {
  return room.allowScreenShare || role === "host";
}
