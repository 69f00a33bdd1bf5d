import type { CallEndReason, Person } from "@chamcall/protocol";
import type { Address } from "../member.ts";

/** How the two sides of a call exchange media: descriptions on the call itself, or a room that both enter. */
export type Medium = "sdp" | "room";

interface CallBase {
  callId: string;
  appId: string;
  medium: Medium;
  /** Whether the caller wants to be seen. */
  video: boolean;
  caller: Person;
  callee: Person;
}

export interface RingingCall extends CallBase {
  state: "ringing";
  /** Milliseconds since the epoch; it rings no longer than this. */
  ringsUntil: number;
  callerAt: Address;
  /** The callee's devices that ring. */
  ringing: readonly Address[];
}

export interface ActiveCall extends CallBase {
  state: "active";
  callerAt: Address;
  calleeAt: Address;
  /** Nobody can know it before the call is answered. */
  roomId?: string;
  /** userIds that have entered the call's room, where its medium is one. */
  arrived: readonly string[];
}

export interface EndedCall extends CallBase {
  state: "ended";
  reason: CallEndReason;
  /** userId of whoever ended it; nobody when time did. */
  by?: string;
}

/** Ringing → active → ended. */
export type Call = RingingCall | ActiveCall | EndedCall;
