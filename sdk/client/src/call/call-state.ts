import type { ChamCallError } from "../chamcall-error.ts";

/** Why a call is over for this client. */
export type DisconnectReason = "left" | "removed" | "replaced" | "ended" | "server-gone" | "refused";

/** Where this client's connection to the room stands; media between peers can outlive a lost connection. */
export type CallState =
  | { readonly state: "connected" }
  /** `attempt` counts from 1; `since` is milliseconds since the epoch. */
  | { readonly state: "reconnecting"; readonly attempt: number; readonly since: number }
  | { readonly state: "disconnected"; readonly reason: DisconnectReason; readonly error?: ChamCallError };
