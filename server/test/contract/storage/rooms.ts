import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Room } from "../../../src/core/room.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { roomOf } from "../../helpers/room.ts";
import type { MakeDatabase, TestDatabase } from "./database.ts";

/** What every engine's RoomStore keeps. */
export function roomsContract(makeDatabase: MakeDatabase): void {
  let database: TestDatabase;
  let storage: Storage;
  beforeEach(async () => {
    database = await makeDatabase();
    storage = await database.open();
  });
  afterEach(async () => {
    await storage.close();
    await database.destroy();
  });

  describe("create and find", () => {
    it("gives back what was stored, every field", async () => {
      const room: Room = {
        ...roomOf("kept"),
        name: "Ünïcödé ✨",
        visibility: "unlisted",
        createdAt: 1_765_000_000_123,
        lastUsed: 1_765_000_000_456,
        maxParticipants: 100,
        allowScreenShare: false,
        passwordHash: "$argon2id$v=19$…",
        passwordHint: "né à Pâques 😀 '; drop table app_rooms; --",
        ownerKeyHash: "ab".repeat(32),
        metadata: { nested: [{ ü: null }], "": 1.5 },
        createdBy: "ann@example.com",
        endedAt: 1_765_000_000_789,
      };
      expect(await storage.rooms.create(room)).toEqual({ room, created: true });
      expect(await storage.rooms.find({ appId: "app", roomId: "kept" })).toEqual(room);
    });

    it("keeps the first when one is there, and says so", async () => {
      const first = { ...roomOf("twice"), ownerKeyHash: "first" };
      await storage.rooms.create(first);
      const second = await storage.rooms.create({ ...roomOf("twice"), ownerKeyHash: "second" });
      expect(second).toEqual({ room: first, created: false });
    });

    it("makes one room when 50 create it at once", async () => {
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, n) => storage.rooms.create({ ...roomOf("race"), ownerKeyHash: `owner ${n}` })),
      );
      const made = results.filter(({ created }) => created);
      expect(made).toHaveLength(1);
      expect(new Set(results.map(({ room }) => room.ownerKeyHash))).toEqual(new Set([made[0]?.room.ownerKeyHash]));
    });

    it("keeps apps apart, and ids as they are written", async () => {
      await storage.rooms.create(roomOf("Room"));
      expect(await storage.rooms.find({ appId: "other", roomId: "Room" })).toBeUndefined();
      expect(await storage.rooms.find({ appId: "app", roomId: "room" })).toBeUndefined();
      expect((await storage.rooms.create({ ...roomOf("Room"), appId: "other" })).created).toBe(true);
      expect((await storage.rooms.create(roomOf("room"))).created).toBe(true);
    });
  });

  describe("update", () => {
    it("changes what the patch names and nothing else", async () => {
      const room = { ...roomOf("patch"), passwordHint: "hint" };
      await storage.rooms.create(room);
      expect(await storage.rooms.update(room, { maxParticipants: 4 })).toEqual({ ...room, maxParticipants: 4 });
      expect(await storage.rooms.update(room, { allowScreenShare: false, passwordHash: "hash" })).toEqual({
        ...room,
        maxParticipants: 4,
        allowScreenShare: false,
        passwordHash: "hash",
      });
      const cleared = { ...room, maxParticipants: 4, allowScreenShare: false, passwordHint: null };
      expect(await storage.rooms.update(room, { passwordHash: null, passwordHint: null })).toEqual(cleared);
      expect(await storage.rooms.update(room, {})).toEqual(cleared);
      const told = await storage.rooms.update(room, { name: "Name", metadata: { a: 1 } });
      expect(told).toEqual({ ...cleared, name: "Name", metadata: { a: 1 } });
      expect(await storage.rooms.update(room, { name: null, metadata: null })).toEqual(cleared);
      expect(await storage.rooms.find(room)).toEqual(cleared);
    });

    it("changes one room alone", async () => {
      await storage.rooms.create(roomOf("one"));
      await storage.rooms.create(roomOf("two"));
      await storage.rooms.update({ appId: "app", roomId: "one" }, { maxParticipants: 2 });
      expect(await storage.rooms.find({ appId: "app", roomId: "two" })).toEqual(roomOf("two"));
    });

    it("is undefined where no room is", async () => {
      expect(await storage.rooms.update({ appId: "app", roomId: "none" }, { maxParticipants: 2 })).toBeUndefined();
      expect(await storage.rooms.update({ appId: "app", roomId: "none" }, {})).toBeUndefined();
      expect(await storage.rooms.find({ appId: "app", roomId: "none" })).toBeUndefined();
    });

    it("loses none of many at once", async () => {
      const room = roomOf("busy");
      await storage.rooms.create(room);
      await Promise.all([
        ...Array.from({ length: 20 }, () => storage.rooms.update(room, { maxParticipants: 7 })),
        storage.rooms.update(room, { passwordHash: "hash" }),
        storage.rooms.update(room, { allowScreenShare: false }),
      ]);
      expect(await storage.rooms.find(room)).toEqual({
        ...room,
        maxParticipants: 7,
        passwordHash: "hash",
        allowScreenShare: false,
      });
    });
  });

  describe("list", () => {
    const idsOf = async (appId: string, limit = 10) =>
      (await storage.rooms.list(appId, limit)).map(({ roomId }) => roomId);

    it("has the app's listed rooms, the last used first, as many as asked for", async () => {
      for (const [roomId, lastUsed] of [
        ["b", 2000],
        ["c", 3000],
        ["a", 1000],
        ["same-2", 500],
        ["same-1", 500],
      ] as const) {
        await storage.rooms.create({ ...roomOf(roomId), lastUsed });
      }
      await storage.rooms.create({ ...roomOf("elsewhere"), appId: "other" });
      await storage.rooms.create({ ...roomOf("unlisted"), visibility: "unlisted", lastUsed: 9000 });
      await storage.rooms.create({ ...roomOf("invited"), visibility: "invited", lastUsed: 9000 });
      expect(await idsOf("app")).toEqual(["c", "b", "a", "same-1", "same-2"]);
      expect(await idsOf("app", 2)).toEqual(["c", "b"]);
      expect(await idsOf("other")).toEqual(["elsewhere"]);
      expect(await idsOf("none")).toEqual([]);
      await storage.sessions.touch([{ appId: "app", roomId: "a" }], 4000);
      expect(await idsOf("app", 1)).toEqual(["a"]);
    });

    it("has them whole", async () => {
      const room: Room = { ...roomOf("whole"), name: "A name", passwordHash: "hash", ownerKeyHash: "owner" };
      await storage.rooms.create(room);
      expect(await storage.rooms.list("app", 10)).toEqual([room]);
    });
  });

  describe("remove", () => {
    it("forgets the room with its sessions, and no other", async () => {
      const room = roomOf("gone");
      await storage.rooms.create(room);
      await storage.rooms.create(roomOf("stays"));
      await storage.rooms.create({ ...room, appId: "other" });
      await storage.sessions.start({ ...room, sessionId: "session", startedAt: 1000 });
      await storage.rooms.remove(room);
      expect(await storage.rooms.find(room)).toBeUndefined();
      expect(await storage.sessions.closeOrphans()).toBe(0);
      expect(await storage.rooms.find({ appId: "app", roomId: "stays" })).toBeDefined();
      expect(await storage.rooms.find({ appId: "other", roomId: "gone" })).toBeDefined();
    });

    it("of none changes nothing", async () => {
      await storage.rooms.remove({ appId: "app", roomId: "none" });
      await storage.rooms.create(roomOf("again"));
      await storage.rooms.remove({ appId: "app", roomId: "again" });
      expect((await storage.rooms.create(roomOf("again"))).created).toBe(true);
    });
  });

  it("sweeps those of a kind that nobody used for long, and no other", async () => {
    await storage.rooms.create({ ...roomOf("old-call"), visibility: "invited", lastUsed: 999 });
    await storage.rooms.create({ ...roomOf("new-call"), visibility: "invited", lastUsed: 1000 });
    await storage.rooms.create({ ...roomOf("old-room"), lastUsed: 1 });
    expect(await storage.rooms.sweep("invited", 1000)).toBe(1);
    expect(await storage.rooms.find(roomOf("old-call"))).toBeUndefined();
    expect(await storage.rooms.find(roomOf("new-call"))).toBeDefined();
    expect(await storage.rooms.find(roomOf("old-room"))).toBeDefined();
  });

  it("survives a reopen, and migrating again changes nothing", async () => {
    const room = { ...roomOf("durable"), passwordHash: "hash" };
    await storage.rooms.create(room);
    await storage.close();
    storage = await database.open();
    expect(await storage.rooms.find(room)).toEqual(room);
    expect((await storage.rooms.create(room)).created).toBe(false);
  });
}
