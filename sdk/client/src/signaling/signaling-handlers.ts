import type { EjectReason, Events } from "@chamcall/protocol";
import type { ChamCallError } from "../chamcall-error.ts";
import type { ServerEvent } from "./signal-socket.ts";

/** Why signaling is over for good, other than by leaving. */
export type SignalingEnd =
  | { readonly reason: EjectReason }
  /** An `EjectReason` with an error: it happened while this client was away. */
  | { readonly reason: "server-gone" | "refused" | EjectReason; readonly error: ChamCallError };

/** Events of a seat, each delivered once and in order. */
export type SeatEvent = Exclude<
  ServerEvent,
  { name: "joined-room" | "resumed" | "ejected" | "server-draining" | "error" }
>;

/** What signaling tells the call. */
export interface SignalingHandlers {
  /** A fresh seat, the first or after one was lost. */
  joined(data: Events["joined-room"]): void;
  /** The seat was kept; what was missed follows. */
  resumed(): void;
  event(event: SeatEvent): void;
  /** The connection is away; `attempt` to get it back counts from 1. */
  reconnecting(attempt: number): void;
  ended(end: SignalingEnd): void;
}
