import { afterEach, beforeEach, expect, it } from "vitest";
import type { Session } from "../../../src/core/room.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { roomOf } from "../../helpers/room.ts";
import type { MakeDatabase, TestDatabase } from "./database.ts";

const key = { appId: "app", roomId: "room" };

/** What every engine's SessionStore keeps. */
export function sessionsContract(makeDatabase: MakeDatabase): void {
  let database: TestDatabase;
  let storage: Storage;
  beforeEach(async () => {
    database = await makeDatabase();
    storage = await database.open();
    await storage.rooms.create(roomOf("room"));
  });
  afterEach(async () => {
    await storage.close();
    await database.destroy();
  });

  const session = (sessionId: string, startedAt: number): Session => ({ ...key, sessionId, startedAt });

  async function stats() {
    const room = await storage.rooms.find(key);
    return room && { lastUsed: room.lastUsed, sessions: room.totalSessions, duration: room.totalDuration };
  }

  it("touches the room when a session starts, and adds to its stats when it ends", async () => {
    await storage.sessions.start(session("one", 2000));
    expect(await stats()).toEqual({ lastUsed: 2000, sessions: 0, duration: 0 });
    await storage.sessions.end(session("one", 2000), 5000, 3);
    expect(await stats()).toEqual({ lastUsed: 5000, sessions: 1, duration: 3000 });
  });

  it("sums over sessions", async () => {
    for (let n = 1; n <= 5; n++) {
      await storage.sessions.start(session(`s${n}`, n * 10_000));
      await storage.sessions.end(session(`s${n}`, n * 10_000), n * 10_000 + n, 1);
    }
    expect(await stats()).toEqual({ lastUsed: 50_005, sessions: 5, duration: 15 });
  });

  it("ends a session once, however often it is told", async () => {
    const one = session("one", 2000);
    await storage.sessions.start(one);
    await Promise.all([storage.sessions.end(one, 5000, 3), storage.sessions.end(one, 9000, 3)]);
    await storage.sessions.end(one, 99_000, 3);
    expect(await stats()).toMatchObject({ sessions: 1, duration: 3000 });
  });

  it("doesn't know a session that never started", async () => {
    await storage.sessions.end(session("never", 2000), 5000, 3);
    expect(await stats()).toEqual({ lastUsed: 1000, sessions: 0, duration: 0 });
  });

  it("never counts backwards when the clock was set back", async () => {
    await storage.sessions.start(session("one", 5000));
    await storage.sessions.end(session("one", 5000), 2000, 1);
    expect(await stats()).toMatchObject({ sessions: 1, duration: 0 });
  });

  it("refuses a session of a room that doesn't exist", async () => {
    const nowhere = { appId: "app", roomId: "none", sessionId: "x", startedAt: 1 };
    await expect(storage.sessions.start(nowhere)).rejects.toThrow();
    expect(await storage.sessions.closeOrphans()).toBe(0);
  });

  it("starts and ends many at once", async () => {
    const all = Array.from({ length: 30 }, (_, n) => session(`s${n}`, 1000));
    await Promise.all(all.map((one) => storage.sessions.start(one)));
    await Promise.all(all.map((one) => storage.sessions.end(one, 1010, 1)));
    expect(await stats()).toMatchObject({ sessions: 30, duration: 300 });
  });

  it("closes what a killed process left open, and only that", async () => {
    await storage.rooms.create(roomOf("other"));
    await storage.sessions.start(session("done", 2000));
    await storage.sessions.end(session("done", 2000), 2500, 1);
    await storage.sessions.start(session("open", 3000));
    await storage.sessions.start({ appId: "app", roomId: "other", sessionId: "also", startedAt: 4000 });
    await storage.close();

    storage = await database.open();
    expect(await storage.sessions.closeOrphans()).toBe(2);
    expect(await storage.sessions.closeOrphans()).toBe(0);
    expect(await stats()).toEqual({ lastUsed: 3000, sessions: 2, duration: 500 });
    expect(await storage.rooms.find({ appId: "app", roomId: "other" })).toMatchObject({ totalSessions: 1 });
  });

  it("gives back a room's sessions by pages, the newest first", async () => {
    await storage.rooms.create(roomOf("other"));
    await storage.sessions.start({ appId: "app", roomId: "other", sessionId: "elsewhere", startedAt: 9000 });
    for (const [sessionId, startedAt] of [
      ["a", 1000],
      ["b", 2000],
      ["c", 2000],
      ["d", 3000],
    ] as const) {
      await storage.sessions.start(session(sessionId, startedAt));
      if (sessionId !== "d") await storage.sessions.end(session(sessionId, startedAt), startedAt + 5, 2);
    }
    const first = await storage.sessions.page(key, { limit: 2 });
    expect(first).toEqual([
      { ...session("d", 3000), endedAt: null, peak: 1 },
      { ...session("c", 2000), endedAt: 2005, peak: 2 },
    ]);
    expect(await storage.sessions.page(key, { limit: 5, after: { at: 2000, id: "c" } })).toEqual([
      { ...session("b", 2000), endedAt: 2005, peak: 2 },
      { ...session("a", 1000), endedAt: 1005, peak: 2 },
    ]);
    expect(await storage.sessions.page({ appId: "other", roomId: "room" }, { limit: 5 })).toEqual([]);
  });
}
