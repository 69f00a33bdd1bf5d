import type { Role } from "@chamcall/protocol";

/** What a room token may allow; roles are only names for lists of these. */
export type Permission = "manage-room" | "remove-participant";

export const permissionsOf: Record<Role, readonly Permission[]> = {
  host: ["manage-room", "remove-participant"],
  participant: [],
};
