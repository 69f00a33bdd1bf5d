import type { IceServer } from "../ice.ts";
import type { MediaState, Participant } from "../participant.ts";
import type { RoomInfo } from "../room.ts";
import type { Answer, Candidate, Offer } from "../signal.ts";
import type { WireError } from "../wire-error.ts";

/** Why someone is no longer in the room. */
export type LeaveReason = "left" | "disconnected" | "removed" | "replaced";

/** Why the server ended this client's stay; it must not reconnect by itself. */
export type EjectReason = "removed" | "replaced";

/**
 * What a native client receives: `(data, seq)`. `seq` counts the server's events from 1
 * within a seat; `joined-room` starts it anew, `resumed` and errors carry none.
 */
export interface Events {
  "joined-room": {
    roomId: string;
    self: Participant;
    /** The others, in the order they came. Those already here send the offers. */
    participants: Participant[];
    iceServers: IceServer[];
    /** Seconds that token and ICE credentials live; renew before. */
    ttl: number;
    room: RoomInfo;
    /** Secret of this seat: present it within `resumeWindowMs` after a lost connection. */
    resumeKey: string;
    resumeWindowMs: number;
  };
  /** The seat is kept; events after the given seq follow; `received` is the last client seq seen. */
  resumed: { received: number };
  "user-joined": Participant;
  "user-left": { userId: string; reason: LeaveReason };
  "webrtc-offer": { from: string; offer: Offer };
  "webrtc-answer": { from: string; answer: Answer };
  "ice-candidate": { from: string; candidate: Candidate };
  "media-changed": { userId: string } & MediaState;
  "room-updated": RoomInfo;
  ejected: { reason: EjectReason };
  /** The server will close soon; reconnect after `retryAfterMs`. */
  "server-draining": { retryAfterMs: number };
  error: WireError;
}
export type EventName = keyof Events;
