import type { Event } from "../../src/core/events.ts";

/** What the core tells of a call's end; `by` is left out where nobody ended it. */
export function ended(callId: string, reason: string, by?: string) {
  const type = "call-ended" satisfies Event["type"];
  return { type, callId, reason, ...(by === undefined ? {} : { by }) };
}
