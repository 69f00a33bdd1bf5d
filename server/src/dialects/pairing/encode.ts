import type { Signal } from "../../core/commands.ts";
import { Refusal } from "../../core/errors.ts";
import type { Event } from "../../core/events.ts";
import { ejectionCodes } from "../../core/rooms/ejection-codes.ts";
import type { WireMessage } from "../dialect.ts";
import { message } from "../message.ts";
import { wireError } from "../wire-error.ts";

/** What an event is in the pairing spec. */
export function encode(event: Event): WireMessage[] {
  switch (event.type) {
    case "joined": {
      const { roomId } = event.room;
      const participants = event.others.length + 1;
      const joined = { name: "room_joined", data: { roomId, participants, iceServers: event.iceServers } };
      return participants === 1 ? [joined] : [joined, ...message("room_ready", { roomId, initiator: false })];
    }
    case "participant-joined":
      return message("room_ready", { roomId: event.roomId, initiator: true });
    case "participant-left":
      return message(event.reason === "disconnected" ? "peer_disconnected" : "peer_left", {});
    case "signal":
      return encodeSignal(event.signal);
    case "ejected":
      return encodeRefusal(new Refusal(ejectionCodes[event.reason]));
    case "draining":
      return encodeRefusal(new Refusal("DRAINING", { retryAfterMs: event.retryAfterMs }));
    default:
      return [];
  }
}

/** A full room has a message of its own in the spec. */
export function encodeRefusal(refusal: Refusal): WireMessage[] {
  if (refusal.code !== "ROOM_FULL") return message("error", wireError(refusal));
  return message("room_full", { maxParticipants: refusal.details.maxParticipants });
}

function encodeSignal({ kind, payload }: Signal): WireMessage[] {
  switch (kind) {
    case "offer":
      return message("webrtc_offer", { sdp: payload.sdp });
    case "answer":
      return message("webrtc_answer", { sdp: payload.sdp });
    case "candidate":
      // The end of gathering: the spec's candidate is always an object.
      return payload === null ? [] : message("ice_candidate", { candidate: payload });
  }
}
