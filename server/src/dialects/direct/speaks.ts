import { schemas } from "./schemas.ts";

/** Whether a first message is of this wire: `ice_candidate` is shared with the rooms spec, told apart by its target. */
export function speaks(name: string, data: unknown): boolean {
  if (name !== "ice_candidate") return Object.hasOwn(schemas, name);
  return typeof data === "object" && data !== null && "to" in data;
}
