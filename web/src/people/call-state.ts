/** What the router remembers with a room's address when the room is a call by name. */
export interface CallState {
  call: string;
}

/** The id of the call that an address was opened for, if it was one. */
export function callIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("call" in state)) return undefined;
  return typeof state.call === "string" ? state.call : undefined;
}
