import type { RoomInfo } from "@chamcall/protocol";
import { expect, it, vi } from "vitest";
import { CallStore } from "./call-store.ts";
import { newParticipant } from "./new-participant.ts";

const participant = {
  role: "participant",
  joinedAt: "2026-01-01T00:00:00.000Z",
  audio: true,
  video: true,
  screen: false,
  instanceId: "i",
} as const;
const other = (userId: string) => newParticipant({ ...participant, userId, name: userId }, false);

function store(): CallStore {
  const self = newParticipant({ ...participant, userId: "self", name: "Me" }, true);
  const room = {} as RoomInfo;
  return new CallStore({
    state: { state: "connected" },
    roomId: "r",
    room,
    self,
    participants: [],
    activeSpeakers: [],
  });
}

it("keeps every reference that does not change", () => {
  const calls = store();
  calls.add(other("a"));
  calls.add(other("b"));
  const before = calls.snapshot;
  expect(calls.patch("a", { audio: true })).toBeUndefined();
  expect(calls.snapshot).toBe(before);
  calls.patch("a", { audio: false });
  expect(calls.snapshot).not.toBe(before);
  expect(calls.snapshot.participants[1]).toBe(before.participants[1]);
  expect(calls.snapshot.self).toBe(before.self);
});

it("tells once per microtask, until unsubscribed", async () => {
  const calls = store();
  const listener = vi.fn();
  const unsubscribe = calls.subscribe(listener);
  calls.patch("self", { audio: false });
  calls.add(other("a"));
  expect(listener).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(listener).toHaveBeenCalledOnce();
  unsubscribe();
  calls.patch("a", { audio: false });
  await Promise.resolve();
  expect(listener).toHaveBeenCalledOnce();
});

it("takes a leaver off the speakers too", () => {
  const calls = store();
  calls.add(other("a"));
  calls.update({ activeSpeakers: ["a", "self"] });
  calls.remove("a");
  expect(calls.snapshot).toMatchObject({ participants: [], activeSpeakers: ["self"] });
});
