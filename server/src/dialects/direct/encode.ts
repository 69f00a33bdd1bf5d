import { Refusal } from "../../core/errors.ts";
import type { Event } from "../../core/events.ts";
import type { WireMessage } from "../dialect.ts";
import { message } from "../message.ts";
import { wireError } from "../wire-error.ts";

/** What an event is in the direct spec. */
export function encode(event: Event): WireMessage[] {
  switch (event.type) {
    case "call-signal":
      return message("ice_candidate", { from: event.from, candidate: event.signal.payload });
    case "online":
      return message("user_registered", { success: true, userId: event.self.userId });
    case "call-incoming":
      return message("incoming_call", { from: event.from.userId, offer: event.offer });
    case "call-answered":
      return message("call_answered", { from: event.peer.userId, answer: event.answer });
    case "call-ended": {
      const { peer, reason } = event;
      if (reason === "declined") return message("call_declined", { from: peer.userId });
      if (reason === "timeout") return message("call_timeout", { user: peer.userId });
      return message("call_ended", { from: peer.userId, reason });
    }
    case "signed-out":
      return message("force_disconnect", { reason: "You signed in on another device." });
    case "draining":
      return message("error", wireError(new Refusal("DRAINING", { retryAfterMs: event.retryAfterMs })));
    default:
      return [];
  }
}
