import type { Call, CallState, ChamCallError } from "@chamcall/client";
import type { RoomMeta } from "./room-meta.ts";

type Disconnected = Extract<CallState, { state: "disconnected" }>;

/** Where someone stands with a room, from opening its link to after the call. */
export type RoomPhase =
  | { readonly phase: "loading" }
  /** Nothing but a name is needed. `resumable`: this tab was in the call before; `rejoin` takes the seat back. */
  | { readonly phase: "ready"; readonly meta: RoomMeta; readonly resumable: boolean }
  /** The room's password is needed; `error` tells about the last try, `retryAt` (ms epoch) when the next may be made. */
  | {
      readonly phase: "password";
      readonly meta: RoomMeta;
      readonly resumable: boolean;
      readonly error?: ChamCallError;
      readonly retryAt?: number;
    }
  | { readonly phase: "joining"; readonly meta: RoomMeta }
  | { readonly phase: "joined"; readonly call: Call; readonly meta: RoomMeta }
  /** The door stays shut for now: full, draining, unreachable, … `retryAt` in ms epoch. */
  | { readonly phase: "refused"; readonly error: ChamCallError; readonly retryAt?: number }
  /** The call is over for this client. `durationMs` is how long it lasted. */
  | {
      readonly phase: "left";
      readonly reason: Disconnected["reason"];
      readonly error?: ChamCallError;
      readonly durationMs: number;
    };
