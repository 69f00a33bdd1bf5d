import type { Answer, Candidate, MediaState, Offer } from "@chamcall/protocol";
import type { Medium } from "./calls/call.ts";
import type { Visibility } from "./room.ts";

/** An SDP or a candidate on its way from one participant to another. */
export type Signal =
  | { kind: "offer"; payload: Offer }
  | { kind: "answer"; payload: Answer }
  | { kind: "candidate"; payload: Candidate };

/** What differs by door when a seat is taken; core never asks which door it was. */
export interface SeatPolicy {
  /** Milliseconds a seat outlives its lost connection; 0 gives it up at once. */
  graceMs: number;
  /** Most people this client's wire can share a room with, itself included; the room's own limit otherwise. */
  capacity?: number;
}

/** Whom a message says it speaks for; refused unless it is the sender itself. */
export interface Claimed {
  userId?: string | undefined;
  roomId?: string | undefined;
}

/** What differs by door when a user comes online; core never asks which door it was. */
export interface DevicePolicy {
  /**
   * Tells a user's devices apart: a newer connection of the same one takes the older one's place. Each connection is
   * a device of its own when absent.
   */
  deviceId?: string | undefined;
  medium: Medium;
  /** Milliseconds the user stays online, and in a ringing call, after the connection was lost. */
  graceMs: number;
}

/** A call by its id, or as the one with that user. */
export type CallRef = { callId: string } | { peer: string };

/** What anyone may ask who is connected. */
export type ArrivalCommand =
  /** Enter with a room token, or take a held seat back; with a user token, come online. */
  | {
      type: "enter";
      token: string;
      instanceId?: string | undefined;
      media?: MediaState | undefined;
      resume?: { key: string; seq: number } | undefined;
      policy: SeatPolicy;
      device: DevicePolicy;
    }
  /** Walk in through an app's open door; creates the room when it doesn't exist. */
  | {
      type: "join";
      appId: string;
      roomId: string;
      /** A temporary identity is made for wires that have none. */
      userId?: string | undefined;
      name: string;
      password?: string | undefined;
      ownerKey?: string | undefined;
      /** Of the room, where this join makes it; "listed" when absent. */
      visibility?: Visibility;
      policy: SeatPolicy;
    }
  /** Come online under a name; without a token as whoever comes last in the public app. */
  | {
      type: "go-online";
      userId: string;
      token?: string | undefined;
      /** Whether a token that isn't one of ours is as good as none: it may be meant for something else. */
      tokenOptional?: boolean;
      device: DevicePolicy;
    };

/** What takes a seat in a room. */
export type SeatCommand =
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
  | { type: "remove"; userId: string; claimed?: Claimed };

/** What takes a user who is online. */
export type DeviceCommand =
  | { type: "go-offline"; claimed?: Claimed }
  | { type: "watch-users"; claimed?: Claimed }
  | { type: "invite"; to: string; video: boolean; offer?: Offer | undefined; claimed?: Claimed }
  | { type: "answer"; call: CallRef; answer?: Answer | undefined; claimed?: Claimed }
  | { type: "decline"; call: CallRef; claimed?: Claimed }
  | { type: "hang-up"; call: CallRef; claimed?: Claimed }
  | { type: "call-signal"; to: string; signal: Signal; claimed?: Claimed };

/** Everything a client can ask of core. */
export type Command =
  | ArrivalCommand
  | SeatCommand
  | DeviceCommand
  /** Fresh credentials for a seat or a user. */
  | { type: "renew" }
  /** Only wants to hear that someone is there. */
  | { type: "ping" };
