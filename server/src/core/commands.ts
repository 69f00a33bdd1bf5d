import type { Answer, Candidate, MediaState, Offer } from "@chamcall/protocol";

/** An SDP or a candidate on its way from one participant to another. */
export type Signal =
  | { kind: "offer"; payload: Offer }
  | { kind: "answer"; payload: Answer }
  | { kind: "candidate"; payload: Candidate };

/** What differs by door when a seat is taken; core never asks which door it was. */
export interface SeatPolicy {
  /** Milliseconds a seat outlives its lost connection; 0 gives it up at once. */
  graceMs: number;
}

/** Whom a message says it speaks for; refused unless it is the sender itself. */
export interface Claimed {
  userId?: string | undefined;
  roomId?: string | undefined;
}

/** Everything a client can ask of core. */
export type Command =
  /** Enter with a room token, or take a held seat back. */
  | {
      type: "enter";
      token: string;
      instanceId?: string | undefined;
      media?: MediaState | undefined;
      resume?: { key: string; seq: number } | undefined;
      policy: SeatPolicy;
    }
  /** Walk in through an app's open door; creates the room when it doesn't exist. */
  | {
      type: "join";
      appId: string;
      roomId: string;
      userId: string;
      name: string;
      password?: string | undefined;
      ownerKey?: string | undefined;
      policy: SeatPolicy;
    }
  | { type: "leave"; claimed?: Claimed }
  | { type: "signal"; to?: string | undefined; signal: Signal; claimed?: Claimed }
  | { type: "set-media"; media: Partial<MediaState>; claimed?: Claimed }
  | { type: "set-password"; password: string; hint?: string | undefined; claimed?: Claimed }
  | { type: "clear-password"; claimed?: Claimed }
  | {
      type: "update-room";
      maxParticipants?: number | undefined;
      allowScreenShare?: boolean | undefined;
      claimed?: Claimed;
    }
  | { type: "remove"; userId: string; claimed?: Claimed }
  | { type: "renew"; claimed?: Claimed };
