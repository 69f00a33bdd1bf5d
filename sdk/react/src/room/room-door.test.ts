import { type Call, type CallState, ChamCallError, type JoinOptions } from "@chamcall/client";
import { expect, test, vi } from "vitest";
import { createRoomDoor } from "./room-door.ts";
import type { RoomMeta } from "./room-meta.ts";
import type { RoomStorage } from "./room-storage.ts";

const open: RoomMeta = { roomId: "x", exists: true, passwordEnabled: false, maxParticipants: 10, participants: 0 };
const locked: RoomMeta = { ...open, passwordEnabled: true, passwordHint: "usual" };

function memory(): RoomStorage & { tokens: Map<string, string>; keys: Map<string, string> } {
  const tokens = new Map<string, string>();
  const keys = new Map<string, string>();
  return {
    tokens,
    keys,
    getOwnerKey: (id) => keys.get(id),
    setOwnerKey: (id, key) => void keys.set(id, key),
    getToken: (id) => tokens.get(id),
    setToken: (id, token) => void (token === undefined ? tokens.delete(id) : tokens.set(id, token)),
  };
}

function fakeCall(): { call: Call; change: (state: CallState) => void; left: () => number } {
  let state: CallState = { state: "connected" };
  let leaves = 0;
  const listeners = new Set<() => void>();
  const change = (next: CallState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const call = {
    token: "seat-1",
    getSnapshot: () => ({ state }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    leave: async () => {
      leaves++;
      change({ state: "disconnected", reason: "left" });
    },
  } as unknown as Call;
  return { call, change, left: () => leaves };
}

function setUp(meta: RoomMeta | (() => RoomMeta), enter: (options: JoinOptions) => Promise<Call>) {
  const storage = memory();
  const joinRoom = vi.fn(enter);
  const getRoomMeta = async () => (typeof meta === "function" ? meta() : meta);
  const door = createRoomDoor("x", { serverUrl: "http://s", storage, joinRoom, getRoomMeta });
  return { storage, joinRoom, door, phase: () => door.getSnapshot() };
}

test("an open room: loading, ready, joining, joined; owner key and seat are kept", async () => {
  const { call } = fakeCall();
  const { door, phase, storage, joinRoom } = setUp(open, async ({ onOwnerKey }) => {
    onOwnerKey?.("owner-1");
    return call;
  });
  expect(phase()).toEqual({ phase: "loading" });
  await door.load();
  expect(phase()).toEqual({ phase: "ready", meta: open, resumable: false });
  const joining = door.join({ displayName: "Ana" });
  expect(phase().phase).toBe("joining");
  await joining;
  expect(phase()).toMatchObject({ phase: "joined", call });
  expect(joinRoom.mock.calls[0]?.[0]).toMatchObject({ roomId: "x", serverUrl: "http://s", displayName: "Ana" });
  expect(storage.keys.get("x")).toBe("owner-1");
  expect(storage.tokens.get("x")).toBe("seat-1");
});

test("a first join that fails after the room was made keeps its owner key", async () => {
  const { door, phase, storage } = setUp(open, async ({ onOwnerKey }) => {
    onOwnerKey?.("owner-1");
    throw new ChamCallError("SERVER_UNREACHABLE", "");
  });
  await door.load();
  await door.join({ displayName: "Ana" });
  expect(phase().phase).toBe("refused");
  expect(storage.keys.get("x")).toBe("owner-1");
});

test("a wrong password asks again, too many tries say until when", async () => {
  const refusals = [
    new ChamCallError("AUTH_FAILED", "", { hint: "usual" }),
    new ChamCallError("TOO_MANY_ATTEMPTS", "", { retryAfterMs: 5000 }),
  ];
  const { door, phase } = setUp(locked, () => Promise.reject(refusals.shift()));
  await door.load();
  expect(phase()).toEqual({ phase: "password", meta: locked, resumable: false });
  await door.join({ displayName: "Ana", password: "a" });
  expect(phase()).toMatchObject({ phase: "password", error: { code: "AUTH_FAILED" }, meta: { passwordHint: "usual" } });
  const before = Date.now();
  await door.join({ displayName: "Ana", password: "b" });
  const now = phase();
  if (now.phase !== "password") throw new Error(now.phase);
  expect(now.retryAt).toBeGreaterThanOrEqual(before + 5000);
});

test("a password that was set while the name was typed is asked for without blame", async () => {
  const { door, phase } = setUp(open, () => Promise.reject(new ChamCallError("AUTH_REQUIRED", "", { hint: "dog" })));
  await door.load();
  await door.join({ displayName: "Ana" });
  expect(phase()).toEqual({
    phase: "password",
    meta: { ...open, passwordEnabled: true, passwordHint: "dog" },
    resumable: false,
  });
});

test("refresh brings the newest facts and leaves the rest; a failing one leaves everything", async () => {
  let meta = locked;
  const error = new ChamCallError("TOO_MANY_ATTEMPTS", "", { retryAfterMs: 5000 });
  const look = () => {
    if (meta.participants === 9) throw new ChamCallError("SERVER_UNREACHABLE", "");
    return meta;
  };
  const { door, phase } = setUp(look, () => Promise.reject(error));
  await door.load();
  await door.join({ displayName: "Ana", password: "a" });
  const before = phase();
  meta = { ...locked, participants: 3 };
  await door.refresh();
  expect(phase()).toEqual({ ...before, meta });
  const seen = phase();
  meta = { ...locked, participants: 9 };
  await door.refresh();
  expect(phase()).toBe(seen);
  meta = open;
  await door.refresh();
  expect(phase()).toEqual({ phase: "ready", meta: open, resumable: false });
});

test("a refresh that comes after a join began changes nothing", async () => {
  const { call } = fakeCall();
  const { door, phase } = setUp(open, async () => call);
  await door.load();
  const refreshing = door.refresh();
  await door.join({ displayName: "Ana" });
  await refreshing;
  expect(phase()).toMatchObject({ phase: "joined", call });
});

test("a full room is a refusal; load starts over", async () => {
  const { door, phase } = setUp(open, () => Promise.reject(new ChamCallError("ROOM_FULL", "", { maxParticipants: 2 })));
  await door.load();
  await door.join({ displayName: "Ana" });
  expect(phase()).toMatchObject({ phase: "refused", error: { code: "ROOM_FULL", maxParticipants: 2 } });
  await door.load();
  expect(phase().phase).toBe("ready");
});

test("a reload takes the seat back; where it is gone the door is as for anyone", async () => {
  const { call } = fakeCall();
  let gone = false;
  const { door, phase, storage, joinRoom } = setUp(open, () =>
    gone ? Promise.reject(new ChamCallError("UNAUTHORIZED", "")) : Promise.resolve(call),
  );
  storage.setToken("x", "seat-0");
  await door.load();
  expect(phase()).toMatchObject({ phase: "ready", resumable: true });
  gone = true;
  await door.rejoin({ displayName: "Ana" });
  expect(joinRoom.mock.calls[0]?.[0]).toMatchObject({ token: "seat-0", rejoin: true, displayName: "Ana" });
  expect(phase()).toMatchObject({ phase: "ready", resumable: false });
});

test("leaving gives the stored seat up, but the way straight back needs no password", async () => {
  const { call } = fakeCall();
  const { door, phase, storage, joinRoom } = setUp(locked, async () => call);
  await door.load();
  await door.join({ displayName: "Ana", password: "a" });
  await door.leave();
  expect(phase()).toMatchObject({ phase: "left", reason: "left" });
  expect(storage.tokens.has("x")).toBe(false);
  await door.load();
  expect(phase()).toMatchObject({ phase: "password", resumable: true });
  await door.rejoin({ displayName: "Ana" });
  expect(joinRoom.mock.calls[1]?.[0].token).toBe("seat-1");
});

test("a page that goes away keeps its seat for the reload", async () => {
  const { call, change } = fakeCall();
  const { door, storage } = setUp(open, async () => call);
  await door.load();
  await door.join({ displayName: "Ana" });
  change({ state: "disconnected", reason: "left" });
  expect(storage.tokens.get("x")).toBe("seat-1");
});

test("whoever was removed has no seat to come back to", async () => {
  const { call, change } = fakeCall();
  const { door, phase, storage } = setUp(open, async () => call);
  await door.load();
  await door.join({ displayName: "Ana" });
  change({ state: "disconnected", reason: "removed" });
  expect(phase()).toMatchObject({ phase: "left", reason: "removed" });
  expect(storage.tokens.has("x")).toBe(false);
  await door.load();
  expect(phase()).toMatchObject({ phase: "ready", resumable: false });
});

test("dispose leaves the call, also one that arrives late", async () => {
  const first = fakeCall();
  const { door } = setUp(open, async () => first.call);
  await door.load();
  await door.join({ displayName: "Ana" });
  door.dispose();
  expect(first.left()).toBe(1);

  const late = fakeCall();
  const again = setUp(open, async () => late.call);
  await again.door.load();
  const joining = again.door.join({ displayName: "Ana" });
  again.door.dispose();
  await joining;
  expect(late.left()).toBe(1);
});
