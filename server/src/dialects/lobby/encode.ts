import { Refusal } from "../../core/errors.ts";
import type { Event } from "../../core/events.ts";
import type { Member } from "../../core/member.ts";
import { ejectionCodes } from "../../core/rooms/ejection-codes.ts";
import type { WireMessage } from "../dialect.ts";
import { message } from "../message.ts";
import { signalMessage } from "../signal-message.ts";
import { wireError } from "../wire-error.ts";

/** What an event is in the lobby spec. */
export function encode(event: Event): WireMessage[] {
  switch (event.type) {
    case "joined":
      return message("joined-room", {
        roomId: event.room.roomId,
        userId: event.self.userId,
        self: participant(event.self),
        participants: event.others.map(participant),
        iceServers: event.iceServers,
        ...(event.ownerKey === undefined ? {} : { ownerKey: event.ownerKey }),
      });
    case "participant-joined":
      return message("user-joined", participant(event.member));
    case "participant-left":
      return message("user-left", { userId: event.userId, reason: event.reason });
    case "signal":
      return [signalMessage(event.from, event.signal)];
    case "ejected":
      return encodeRefusal(new Refusal(ejectionCodes[event.reason]));
    case "draining":
      return encodeRefusal(new Refusal("DRAINING", { retryAfterMs: event.retryAfterMs }));
    default:
      return [];
  }
}

/** Every refusal is the spec's one `error`. */
export function encodeRefusal(refusal: Refusal): WireMessage[] {
  return message("error", wireError(refusal));
}

function participant({ userId, name, joinedAt }: Member) {
  return { userId, username: name, joinedAt: new Date(joinedAt).toISOString() };
}
