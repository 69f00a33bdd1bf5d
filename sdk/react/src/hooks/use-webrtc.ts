import type { Call, CallSnapshot, ParticipantSnapshot } from "@chamcall/client";
import { useSyncExternalStore } from "react";

/** The people of a call and the room's settings. */
export interface WebRTCState {
  self: ParticipantSnapshot;
  /** The others, in the order they came. */
  participants: readonly ParticipantSnapshot[];
  /** userIds, loudest first. */
  speakers: readonly string[];
  room: CallSnapshot["room"];
}

/** Follows a call: renders anew whenever someone comes, goes, speaks or turns something on or off. */
export function useWebRTC(call: Call): WebRTCState {
  const { self, participants, activeSpeakers, room } = useSyncExternalStore(call.subscribe, call.getSnapshot);
  return { self, participants, speakers: activeSpeakers, room };
}
