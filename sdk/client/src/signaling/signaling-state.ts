import type { SignalSocket } from "./signal-socket.ts";

/** Where signaling stands; `since` is milliseconds since the epoch. */
export type SignalingState =
  | { state: "idle" }
  /** Between the start of an attempt and its end, the fetch of a new ticket included. */
  | { state: "connecting"; since: number; socket?: SignalSocket }
  | { state: "seated"; socket: SignalSocket; since: number }
  | { state: "waiting"; attempt: number; timer: ReturnType<typeof setTimeout> }
  /** Left before the server has answered: `settle` hears whether it gave a seat, which has to be given back. */
  | { state: "leaving"; socket: SignalSocket; settle: (isSeated: boolean) => void }
  | { state: "ended" };
