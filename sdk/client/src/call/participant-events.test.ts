import { expect, it } from "vitest";
import { newParticipant } from "./new-participant.ts";
import { participantEvents } from "./participant-events.ts";

const participant = {
  userId: "u",
  name: "U",
  role: "participant",
  joinedAt: "2026-01-01T00:00:00.000Z",
  audio: true,
  video: true,
  screen: false,
  instanceId: "i",
} as const;
const before = newParticipant(participant, false);
const track = {} as MediaStreamTrack;

it("names what changed", () => {
  const after = { ...before, camera: track, audio: false, screen: true, quality: "poor" } as const;
  expect(participantEvents(before, after)).toEqual([
    ["trackSubscribed", { userId: "u", source: "camera", track }],
    ["trackMuted", { userId: "u", source: "microphone" }],
    ["trackUnmuted", { userId: "u", source: "screen" }],
    ["connectionQualityChanged", { userId: "u", quality: "poor" }],
  ]);
});

it("takes leave of every track of one who is gone", () => {
  expect(participantEvents({ ...before, screenVideo: track }, undefined)).toEqual([
    ["trackUnsubscribed", { userId: "u", source: "screen", track }],
  ]);
});

it("does not subscribe to the own tracks", () => {
  const self = newParticipant(participant, true);
  expect(participantEvents(self, { ...self, camera: track })).toEqual([]);
});
