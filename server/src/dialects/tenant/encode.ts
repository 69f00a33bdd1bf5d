import type { EventName, Events, Participant } from "@chamcall/protocol";
import type { Signal } from "../../core/commands.ts";
import type { Event } from "../../core/events.ts";
import type { Member } from "../../core/member.ts";
import type { WireMessage } from "../dialect.ts";
import { roomInfo } from "../room-info.ts";
import { wireError } from "../wire-error.ts";

/** What an event is in the native protocol. */
export function encode(event: Event): WireMessage[] {
  switch (event.type) {
    case "joined":
      return message("joined-room", {
        roomId: event.room.roomId,
        self: participant(event.self),
        participants: event.others.map(participant),
        iceServers: event.iceServers,
        ttl: event.ttlSeconds,
        room: roomInfo(event.room),
        resumeKey: event.resume.key,
        resumeWindowMs: event.resume.windowMs,
      });
    case "resumed":
      return message("resumed", { received: event.received });
    case "participant-joined":
      return message("user-joined", participant(event.member));
    case "participant-left":
      return message("user-left", { userId: event.userId, reason: event.reason });
    case "signal":
      return [signalMessage(event.from, event.signal)];
    case "media-changed":
      return message("media-changed", { userId: event.userId, ...event.media });
    case "room-updated":
      return message("room-updated", roomInfo(event.room));
    case "ejected":
      return message("ejected", { reason: event.reason });
    case "draining":
      return message("server-draining", { retryAfterMs: event.retryAfterMs });
    case "refused":
      return message("error", wireError(event.refusal));
  }
}

function signalMessage(from: string, signal: Signal): WireMessage {
  switch (signal.kind) {
    case "offer":
      return { name: "webrtc-offer", data: { from, offer: signal.payload } };
    case "answer":
      return { name: "webrtc-answer", data: { from, answer: signal.payload } };
    case "candidate":
      return { name: "ice-candidate", data: { from, candidate: signal.payload } };
  }
}

function participant({ userId, name, role, joinedAt, audio, video, screen, instanceId }: Member): Participant {
  return { userId, name, role, joinedAt: new Date(joinedAt).toISOString(), audio, video, screen, instanceId };
}

function message<N extends EventName>(name: N, data: Events[N]): WireMessage[] {
  return [{ name, data }];
}
