import type { CallEndReason, CallRoom, Person } from "@chamcall/protocol";
import type { ChamCallError } from "../chamcall-error.ts";

/** How a call ended for this device. `refused`: the server said no for another reason, see `error`. */
export type CallOutcome = CallEndReason | "busy" | "offline" | "answered-elsewhere" | "refused";

/** What is known of a call in each of its states. */
interface CallFacts {
  readonly peer: Person;
  /** Whether the caller wants to be seen. */
  readonly video: boolean;
}

/** It rings at the other side; `callId` and `until` (ms epoch, when it stops) as soon as the server has told them. */
export interface OutgoingCall extends CallFacts {
  readonly state: "outgoing";
  readonly callId?: string;
  readonly until?: number;
}

/** It rings here until `until` (ms epoch) at most. */
export interface IncomingCall extends CallFacts {
  readonly state: "incoming";
  readonly callId: string;
  readonly until: number;
}

/** Accepted here, not confirmed yet: another device may have been faster. */
export interface AnsweringCall extends CallFacts {
  readonly state: "answering";
  readonly callId: string;
  /** Whether this side wants to be seen. */
  readonly camera: boolean;
}

/** Goes on in `room`: enter it with `joinRoom({ roomId, token })`. */
export interface ActiveCall extends CallFacts {
  readonly state: "active";
  readonly callId: string;
  readonly room: CallRoom;
  /** When this device heard of it, milliseconds since the epoch. */
  readonly since: number;
  /** Who began it; unknown when a reloaded page finds itself in the call. */
  readonly direction?: "outgoing" | "incoming";
  /** Whether this side wanted to be seen; unknown when a reloaded page finds itself in the call. */
  readonly camera?: boolean;
}

/** Over; stays until the next call or `dismiss`. */
export interface EndedCall extends CallFacts {
  readonly state: "ended";
  /** Absent when the server refused to ring. */
  readonly callId?: string;
  readonly reason: CallOutcome;
  /** It rang here and nobody reacted. */
  readonly missed: boolean;
  readonly direction?: "outgoing" | "incoming";
  /** How long it was active, where it was. */
  readonly durationMs?: number;
  readonly error?: ChamCallError;
}

/** The one call that a device can be in. */
export type UserCall =
  | { readonly state: "none" }
  | OutgoingCall
  | IncomingCall
  | AnsweringCall
  | ActiveCall
  | EndedCall;
