import type { EventName, Events, Participant } from "@chamcall/protocol";
import type { Event } from "../../core/events.ts";
import type { Member } from "../../core/member.ts";
import type { WireMessage } from "../dialect.ts";
import { roomInfo } from "../room-info.ts";
import { signalMessage } from "../signal-message.ts";

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
    case "online":
      return message("online", {
        self: event.self,
        ttl: event.ttlSeconds,
        ...(event.call === undefined ? {} : { call: event.call }),
      });
    case "signed-out":
      return message("signed-out", { reason: "replaced" });
    case "user-status":
      return message("user-status", event.user);
    case "call-incoming": {
      const { callId, from, video, timeoutMs } = event;
      return message("call-incoming", { callId, from, video, timeoutMs });
    }
    case "call-answered": {
      const { callId, peer, video, room } = event;
      return room === undefined ? [] : message("call-accepted", { callId, peer, video, room });
    }
    case "call-taken":
      return message("call-answered-elsewhere", { callId: event.callId });
    case "call-ended": {
      const { callId, reason, by } = event;
      return message("call-ended", { callId, reason, ...(by === undefined ? {} : { by }) });
    }
    case "call-signal":
      return [];
  }
}

function participant({ userId, name, role, joinedAt, audio, video, screen, instanceId }: Member): Participant {
  return { userId, name, role, joinedAt: new Date(joinedAt).toISOString(), audio, video, screen, instanceId };
}

function message<N extends EventName>(name: N, data: Events[N]): WireMessage[] {
  return [{ name, data }];
}
