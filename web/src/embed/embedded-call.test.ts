import { type Call, ChamCallError, type ParticipantSnapshot } from "@chamcall/client";
import { expect, test, vi } from "vitest";
import { createEmbeddedCall } from "./embedded-call.ts";

const someone = (userId: string, more: object = {}) =>
  ({ userId, name: userId.toUpperCase(), audio: true, video: true, screen: false, ...more }) as ParticipantSnapshot;

function fakeCall() {
  let self = someone("ann");
  const listeners = new Set<() => void>();
  const change = (more: object) => {
    self = { ...self, ...more };
    for (const listener of listeners) listener();
  };
  const call = {
    getSnapshot: () => ({ roomId: "x", self, participants: [someone("bo", { speaking: true })] }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setMicrophoneEnabled: vi.fn(async (audio: boolean) => change({ audio })),
    setCameraEnabled: vi.fn(async (video: boolean) => change({ video })),
    setScreenShareEnabled: vi.fn(async (_: boolean) => {
      throw new ChamCallError("FORBIDDEN", "Not here.");
    }),
    leave: vi.fn(async () => {}),
  };
  return { fake: call, call: call as unknown as Call, change, listening: () => listeners.size };
}

function setUp() {
  const told: [string, unknown][] = [];
  const giveUp = vi.fn();
  const embedded = createEmbeddedCall((type, payload) => void told.push([type, payload]), giveUp);
  return { embedded, told, giveUp, types: () => told.map(([type]) => type) };
}

test("tells of the call, and of no more than what the parent may know", () => {
  const { embedded, told } = setUp();
  embedded.joined(fakeCall().call);
  const bo = { userId: "bo", name: "BO", audio: true, video: true, screen: false };
  expect(told).toEqual([["joined", { roomId: "x", self: { ...bo, userId: "ann", name: "ANN" }, participants: [bo] }]]);
});

test("commands that come before the call wait for it", async () => {
  const { embedded, told } = setUp();
  const { call, fake } = fakeCall();
  embedded.command("mute");
  embedded.command("toggleCamera");
  embedded.joined(call);
  await vi.waitFor(() => expect(told).toHaveLength(3));
  expect(fake.setMicrophoneEnabled).toHaveBeenCalledWith(false);
  expect(fake.setCameraEnabled).toHaveBeenCalledWith(false);
  expect(told.slice(1)).toEqual([
    ["mediaChanged", { audio: false, video: true, screen: false }],
    ["mediaChanged", { audio: false, video: false, screen: false }],
  ]);
});

test("tells a change of what is sent, and nothing else that changes", () => {
  const { embedded, types } = setUp();
  const { call, change } = fakeCall();
  embedded.joined(call);
  change({ speaking: true });
  change({ audio: false });
  change({ quality: "poor" });
  expect(types()).toEqual(["joined", "mediaChanged"]);
});

test("a command that fails is an error, and the call goes on", async () => {
  const { embedded, told } = setUp();
  embedded.joined(fakeCall().call);
  embedded.command("shareScreen");
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told[1]).toEqual(["error", { code: "FORBIDDEN", message: "Not here.", fatal: false }]);
});

test("end leaves; after that nothing is done and nothing watched", () => {
  const { embedded, types } = setUp();
  const { call, fake, listening } = fakeCall();
  embedded.joined(call);
  embedded.command("end");
  expect(fake.leave).toHaveBeenCalledOnce();
  embedded.left("left");
  embedded.command("unmute");
  expect(fake.setMicrophoneEnabled).not.toHaveBeenCalled();
  expect(listening()).toBe(0);
  expect(types()).toEqual(["joined", "left"]);
});

test("end before there is a call gives up joining", () => {
  const { embedded, told, giveUp } = setUp();
  embedded.command("end");
  expect(giveUp).toHaveBeenCalledOnce();
  expect(told).toEqual([["left", { reason: "left" }]]);
});

test("joined again after an end, commands work again", () => {
  const { embedded } = setUp();
  embedded.joined(fakeCall().call);
  embedded.left("left");
  const { call, fake } = fakeCall();
  embedded.joined(call);
  embedded.command("mute");
  expect(fake.setMicrophoneEnabled).toHaveBeenCalledWith(false);
});
