import { type Call, type CallEvents, ChamCallError, type JoinOptions, type LocalMedia } from "@chamcall/client";
import { expect, test, vi } from "vitest";
import { createCallVisit } from "./call-visit.ts";

type Listener = (payload: never) => void;

function fakeCall(token = "newer") {
  const listeners = new Map<string, Set<Listener>>();
  const emit = <E extends keyof CallEvents>(event: E, payload: CallEvents[E]) => {
    for (const listener of [...(listeners.get(event) ?? [])]) (listener as (payload: unknown) => void)(payload);
  };
  let over = false;
  const leave = vi.fn(async () => {
    if (over) return;
    over = true;
    emit("disconnected", { reason: "left" });
  });
  const call = {
    token,
    leave,
    on: (event: string, listener: Listener) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
  } as unknown as Call;
  const end = (payload: CallEvents["disconnected"]) => {
    over = true;
    emit("disconnected", payload);
  };
  const listening = () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0);
  return { call, emit, end, leave, listening };
}

function setUp(enter: (options: JoinOptions) => Promise<Call>) {
  const told: [string, unknown][] = [];
  const tell = (name: string) => (payload: unknown) => void told.push([name, payload]);
  const joinRoom = vi.fn(enter);
  const disposed = vi.fn();
  const visit = createCallVisit({
    join: { serverUrl: "https://s", roomId: "x", token: "first", displayName: "Ann" },
    devices: { microphone: true, camera: false },
    handlers: {
      joined: tell("joined"),
      left: tell("left"),
      error: tell("error"),
      participantJoined: tell("participantJoined"),
      participantLeft: tell("participantLeft"),
    },
    joinRoom,
    createMedia: (options) => {
      expect(options).toEqual({ microphone: true, camera: false });
      return { dispose: disposed } as unknown as LocalMedia;
    },
  });
  return { visit, told, joinRoom, disposed, names: () => told.map(([name]) => name) };
}

/** Everything that was promised has been told. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("joins with the token and tells who comes and goes, until it leaves", async () => {
  const { call, emit, listening } = fakeCall();
  const { visit, told, joinRoom, disposed } = setUp(async () => call);
  visit.enter();
  expect(visit.getSnapshot()).toEqual({ state: "joining" });
  await settled();
  expect(joinRoom.mock.calls[0]?.[0]).toMatchObject({ serverUrl: "https://s", roomId: "x", token: "first" });
  expect(visit.getSnapshot()).toEqual({ state: "joined", call });
  const bo = { userId: "bo", name: "Bo" } as CallEvents["participantConnected"];
  emit("participantConnected", bo);
  emit("participantDisconnected", { userId: "bo", name: "Bo", reason: "left" });
  visit.leave();
  expect(visit.getSnapshot()).toEqual({ state: "over", reason: "left", again: true });
  expect(told).toEqual([
    ["joined", call],
    ["participantJoined", bo],
    ["participantLeft", { userId: "bo", name: "Bo", reason: "left" }],
    ["left", { reason: "left" }],
  ]);
  expect(disposed).toHaveBeenCalledOnce();
  expect(listening()).toBe(0);
});

test("goes in again with the newest token", async () => {
  const { visit, joinRoom } = setUp(async () => fakeCall("newer").call);
  visit.enter();
  await settled();
  visit.leave();
  visit.enter();
  await settled();
  expect(joinRoom.mock.calls[1]?.[0]).toMatchObject({ token: "newer" });
  expect(visit.getSnapshot().state).toBe("joined");
});

test.each<[ConstructorParameters<typeof ChamCallError>[0], boolean]>([
  ["SERVER_UNREACHABLE", true],
  ["ROOM_FULL", true],
  ["UNAUTHORIZED", false],
  ["REMOVED", false],
])("refused with %s: again is %s", async (code, again) => {
  const error = new ChamCallError(code, "No.");
  const { visit, told, disposed } = setUp(() => Promise.reject(error));
  visit.enter();
  await settled();
  expect(visit.getSnapshot()).toEqual({ state: "refused", error, again });
  expect(told).toEqual([["error", error]]);
  expect(disposed).toHaveBeenCalledOnce();
});

test("whatever else goes wrong is an INTERNAL error with a sentence", async () => {
  const { visit } = setUp(() => Promise.reject(new TypeError("x is not a function")));
  visit.enter();
  await settled();
  expect(visit.getSnapshot()).toMatchObject({ state: "refused", error: { code: "INTERNAL" }, again: true });
});

test("thrown out: tells why, and offers no way back", async () => {
  const { call, end } = fakeCall();
  const { visit, names } = setUp(async () => call);
  visit.enter();
  await settled();
  end({ reason: "removed" });
  expect(visit.getSnapshot()).toEqual({ state: "over", reason: "removed", again: false });
  expect(names()).toEqual(["joined", "left"]);
});

test("a token that has run out ends the call with its error", async () => {
  const { call, end } = fakeCall();
  const { visit, names } = setUp(async () => call);
  visit.enter();
  await settled();
  const error = new ChamCallError("UNAUTHORIZED", "No.");
  end({ reason: "refused", error });
  expect(visit.getSnapshot()).toEqual({ state: "over", reason: "refused", error, again: false });
  expect(names()).toEqual(["joined", "error", "left"]);
});

test("a device that can't be used is told, and the call goes on", async () => {
  const { call, emit } = fakeCall();
  const { visit, told } = setUp(async () => call);
  visit.enter();
  await settled();
  emit("localMediaFailed", { source: "camera", reason: "in-use" });
  expect(told.at(-1)).toEqual(["error", expect.objectContaining({ code: "DEVICE_UNAVAILABLE", reason: "in-use" })]);
  expect(visit.getSnapshot().state).toBe("joined");
});

test("gone while it joins: gives up, leaves a call that comes all the same, and tells nothing", async () => {
  const { call, leave } = fakeCall();
  const gate = Promise.withResolvers<Call>();
  const { visit, told, joinRoom, disposed } = setUp(() => gate.promise);
  visit.enter();
  visit.dispose();
  expect(joinRoom.mock.calls[0]?.[0].signal?.aborted).toBe(true);
  expect(disposed).toHaveBeenCalledOnce();
  gate.resolve(call);
  await settled();
  expect(leave).toHaveBeenCalledOnce();
  expect(told).toEqual([]);
});

test("gone in the call: leaves, closes the devices, and tells nothing", async () => {
  const { call, leave, listening } = fakeCall();
  const { visit, disposed, names } = setUp(async () => call);
  visit.enter();
  await settled();
  visit.dispose();
  expect(leave).toHaveBeenCalledOnce();
  expect(disposed).toHaveBeenCalledOnce();
  expect(names()).toEqual(["joined"]);
  expect(listening()).toBe(0);
});

test("leaving while it joins is an end like any other", async () => {
  const { visit, names } = setUp(() => new Promise(() => {}));
  visit.enter();
  visit.leave();
  expect(visit.getSnapshot()).toEqual({ state: "over", reason: "left", again: true });
  expect(names()).toEqual(["left"]);
});
