import { Refusal } from "../../core/errors.ts";
import type { Event } from "../../core/events.ts";
import type { Member } from "../../core/member.ts";
import { ejectionCodes } from "../../core/rooms/ejection-codes.ts";
import type { WireMessage } from "../dialect.ts";
import { message } from "../message.ts";
import { roomInfo } from "../room-info.ts";
import { wireError } from "../wire-error.ts";

const RELAY_NAMES = {
  offer: "offer_received",
  answer: "answer_received",
  candidate: "ice_candidate_received",
} as const;

/** What an event is in the rooms spec. */
export function encode(event: Event): WireMessage[] {
  switch (event.type) {
    case "joined":
      return message("room_joined", {
        participants: event.others.map(participant),
        roomInfo: roomInfo(event.room),
        ...(event.ownerKey === undefined ? {} : { ownerKey: event.ownerKey }),
      });
    case "participant-joined":
      return message("user_joined", participant(event.member));
    case "participant-left":
      return message("user_left", { userId: event.userId, reason: event.reason });
    case "signal": {
      const { from: senderId, roomId, signal } = event;
      return message(RELAY_NAMES[signal.kind], { senderId, payload: signal.payload, roomId });
    }
    case "media-changed":
      return [
        ...toggle("toggle_video", event.userId, event.changes.video),
        ...toggle("toggle_audio", event.userId, event.changes.audio),
      ];
    case "room-updated":
      return message("room_updated", { roomInfo: roomInfo(event.room) });
    case "ejected":
      return encodeRefusal(new Refusal(ejectionCodes[event.reason]));
    case "draining":
      return encodeRefusal(new Refusal("DRAINING", { retryAfterMs: event.retryAfterMs }));
    default:
      return [];
  }
}

/** Two refusals have an event of their own in the spec. */
export function encodeRefusal(refusal: Refusal): WireMessage[] {
  const { hint, maxParticipants } = refusal.details;
  switch (refusal.code) {
    case "ROOM_FULL":
      return message("room_full", { maxParticipants });
    case "AUTH_REQUIRED":
      return message("auth_required", hint === undefined ? {} : { hint });
    default:
      return message("error", wireError(refusal));
  }
}

function toggle(name: string, userId: string, enabled: boolean | undefined): WireMessage[] {
  return enabled === undefined ? [] : message(name, { userId, enabled });
}

function participant({ userId, name, audio, video, joinedAt }: Member) {
  return { userId, displayName: name, audio, video, joinedAt: new Date(joinedAt).toISOString() };
}
