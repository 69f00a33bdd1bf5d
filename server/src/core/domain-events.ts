import type { CallEndReason } from "@chamcall/protocol";
import type { LeaveReason } from "./events.ts";
import type { RoomKey, Session } from "./room.ts";

/** What happened, in the past tense; logs, webhooks, analytics and metrics listen to these and to nothing else. */
export type DomainEvent =
  | ({ type: "room.created" } & RoomKey)
  | ({ type: "room.updated" } & RoomKey)
  | ({ type: "room.ended" } & RoomKey)
  | ({ type: "session.started" } & Session)
  | ({ type: "session.ended"; endedAt: number; peak: number } & Session)
  | ({ type: "participant.joined"; userId: string } & RoomKey)
  | ({ type: "participant.resumed"; userId: string } & RoomKey)
  | { type: "call.ringing" | "call.started"; appId: string; callId: string }
  | { type: "call.ended"; appId: string; callId: string; reason: CallEndReason }
  | ({ type: "participant.left"; userId: string; reason: LeaveReason | "ended" } & RoomKey);
