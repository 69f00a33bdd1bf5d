import type { TrackSource } from "../media/track-source.ts";
import type { CallEvents } from "./call-events.ts";
import type { ParticipantSnapshot } from "./participant-snapshot.ts";

/** An event with its payload, as arguments for an emitter. */
export type CallEvent = { [E in keyof CallEvents]: [event: E, payload: CallEvents[E]] }[keyof CallEvents];

const trackKeys = {
  microphone: "microphone",
  camera: "camera",
  screen: "screenVideo",
  screenAudio: "screenAudio",
} as const satisfies Record<TrackSource, keyof ParticipantSnapshot>;
const trackSources = ["microphone", "camera", "screen", "screenAudio"] as const satisfies readonly TrackSource[];
const flags = { microphone: "audio", camera: "video", screen: "screen" } as const;
const mutedSources = ["microphone", "camera", "screen"] as const;

/** What a change of a participant means to the outside; without `after` they are gone. */
export function participantEvents(before: ParticipantSnapshot, after: ParticipantSnapshot | undefined): CallEvent[] {
  const { userId, isSelf } = before;
  const events: CallEvent[] = [];
  for (const source of isSelf ? [] : trackSources) {
    const gone = before[trackKeys[source]];
    const come = after?.[trackKeys[source]];
    if (gone === come) continue;
    if (gone) events.push(["trackUnsubscribed", { userId, source, track: gone }]);
    if (come) events.push(["trackSubscribed", { userId, source, track: come }]);
  }
  if (!after) return events;
  for (const source of mutedSources) {
    const isOn = after[flags[source]];
    if (isOn !== before[flags[source]]) events.push([isOn ? "trackUnmuted" : "trackMuted", { userId, source }]);
  }
  if (after.quality !== before.quality) events.push(["connectionQualityChanged", { userId, quality: after.quality }]);
  return events;
}
