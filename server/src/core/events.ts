import type { IceServer, MediaState } from "@chamcall/protocol";
import type { Signal } from "./commands.ts";
import type { Refusal } from "./errors.ts";
import type { Member } from "./member.ts";
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
  | { type: "participant-joined"; member: Member }
  | { type: "participant-left"; userId: string; reason: LeaveReason }
  | { type: "signal"; from: string; roomId: string; signal: Signal }
  | { type: "media-changed"; userId: string; changes: Partial<MediaState>; media: MediaState }
  | { type: "room-updated"; room: Room }
  | { type: "ejected"; reason: "removed" | "replaced" }
  | { type: "draining"; retryAfterMs: number }
  | { type: "refused"; refusal: Refusal };
