import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { roomOf } from "../../test/helpers/room.ts";
import { openSqliteStorage, type Storage } from "../storage/storage.ts";
import { keepSweeping } from "./keep-sweeping.ts";

let storage: Storage;
let reported: unknown[];
let stop: () => void;

const NOW = Date.parse("2026-06-01T12:00:00Z");
const MINUTE = 60_000;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"], now: NOW });
  storage = await openSqliteStorage(":memory:");
  reported = [];
  const { pairings, rooms } = storage;
  stop = keepSweeping({ pairings, rooms, now: Date.now, report: (cause) => void reported.push(cause) });
});
afterEach(async () => {
  stop();
  expect(vi.getTimerCount()).toBe(0);
  await storage.close();
  vi.useRealTimers();
});

it("forgets what has expired, once a minute", async () => {
  await storage.pairings.create({ joinId: "short", client1: "ann", expiresAt: NOW + 1 }, NOW);
  await storage.pairings.create({ joinId: "long", client1: "ann", expiresAt: NOW + MINUTE + 1 }, NOW);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect((await storage.pairings.purge("ann")).pendings).toBe(1);
  expect(reported).toEqual([]);
});

it("forgets the rooms of calls that a killed process left behind, a day later", async () => {
  const room = roomOf("call");
  await storage.rooms.create({ ...room, visibility: "invited", lastUsed: NOW - 24 * 60 * MINUTE + MINUTE });
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(await storage.rooms.find(room)).toBeDefined();
  await vi.advanceTimersByTimeAsync(MINUTE);
  await vi.waitFor(async () => expect(await storage.rooms.find(room)).toBeUndefined());
  expect(reported).toEqual([]);
});

it("says so when it can't, and tries again", async () => {
  const broken = new Error("the disk is full");
  vi.spyOn(storage.pairings, "sweep").mockRejectedValue(broken);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(reported).toEqual([broken, broken]);
});
