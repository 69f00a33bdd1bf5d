import type {
  Answer,
  CallEndReason,
  CallRoom,
  CurrentCall,
  EjectReason,
  IceServer,
  MediaState,
  Offer,
  Person,
  UserPresence,
} from "@chamcall/protocol";
import type { Signal } from "./commands.ts";
import type { Address, Member } from "./member.ts";
import type { Room } from "./room.ts";

/** Why someone is no longer in the room. */
export type LeaveReason = "left" | "disconnected" | "removed" | "replaced";

/** Everything core tells a client. */
export type Event =
  | {
      type: "joined";
      room: Room;
      self: Member;
      others: Member[];
      iceServers: IceServer[];
      ttlSeconds: number;
      resume: { key: string; windowMs: number };
      /** Only for whoever created the room by joining it. */
      ownerKey?: string;
    }
  | { type: "resumed"; received: number }
  | { type: "participant-joined"; roomId: string; member: Member }
  | { type: "participant-left"; userId: string; reason: LeaveReason }
  | { type: "signal"; from: string; roomId: string; signal: Signal }
  | { type: "media-changed"; userId: string; changes: Partial<MediaState>; media: MediaState }
  | { type: "room-updated"; room: Room }
  | { type: "ejected"; reason: EjectReason }
  | { type: "draining"; retryAfterMs: number }
  /** This device can be rung from now on. */
  | { type: "online"; self: Person; ttlSeconds: number; call?: CurrentCall }
  /** A newer connection has taken this device's place. */
  | { type: "signed-out" }
  | { type: "user-status"; user: UserPresence }
  | {
      type: "call-incoming";
      callId: string;
      from: Person;
      callerAt: Address;
      video: boolean;
      timeoutMs: number;
      offer?: Offer | undefined;
    }
  /** To the caller; where the call goes on in a room, also to the device that answered. */
  | {
      type: "call-answered";
      callId: string;
      peer: Person;
      peerAt: Address;
      video: boolean;
      answer?: Answer | undefined;
      room?: CallRoom | undefined;
    }
  | { type: "call-taken"; callId: string }
  | { type: "call-ended"; callId: string; peer: Person; reason: CallEndReason; by?: string | undefined }
  | { type: "call-signal"; from: string; signal: Signal };
