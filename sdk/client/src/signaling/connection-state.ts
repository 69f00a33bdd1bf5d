import type { SignalSocket } from "./signal-socket.ts";

/** Where a kept connection stands; `since` is milliseconds since the epoch. */
export type ConnectionState =
  | { state: "idle" }
  /** Between the start of an attempt and its end, the fetch of a new ticket included. */
  | { state: "connecting"; since: number; socket?: SignalSocket }
  /** The server has given what the connection was made for. */
  | { state: "established"; socket: SignalSocket; since: number }
  | { state: "waiting"; attempt: number; timer: ReturnType<typeof setTimeout> }
  | { state: "ended" };
