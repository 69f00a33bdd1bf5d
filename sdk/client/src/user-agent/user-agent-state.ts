import type { ChamCallError } from "../chamcall-error.ts";

/** Whether this device can be rung. */
export type UserAgentState =
  /** Signing in and connecting for the first time. */
  | { readonly state: "connecting" }
  | { readonly state: "online" }
  /** `attempt` counts from 1; `since` is milliseconds since the epoch. A call in a room goes on meanwhile. */
  | { readonly state: "reconnecting"; readonly attempt: number; readonly since: number }
  /** For good. `replaced`: another connection of the same device, such as a second tab, has taken over with its call. */
  | { readonly state: "signed-out"; readonly reason: "closed" | "replaced" }
  /** For good: the name is someone else's by now, the server can't be reached, … */
  | { readonly state: "refused"; readonly error: ChamCallError };
