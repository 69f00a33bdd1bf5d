import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenRequest, Position } from "../../../src/core/ports.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { roomOf } from "../../helpers/room.ts";
import type { MakeDatabase, TestDatabase } from "./database.ts";

/** What every engine's RoomStore keeps for apps. */
export function appRoomsContract(makeDatabase: MakeDatabase): void {
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

  describe("open", () => {
    const unlimited = { maxOpen: null };
    const request = (more: Partial<OpenRequest> = {}) => ({
      ...unlimited,
      request: { key: "key", bodyHash: "hash", since: 500, ...more },
    });

    it("makes the room", async () => {
      const room = { ...roomOf("made"), metadata: { a: 1 } };
      expect(await storage.rooms.open(room, unlimited)).toEqual({ outcome: "opened" });
      expect(await storage.rooms.find(room)).toEqual(room);
    });

    it("makes no more than may be open, of this app, when 20 come at once", async () => {
      await storage.rooms.create({ ...roomOf("elsewhere"), appId: "other" });
      await storage.rooms.create({ ...roomOf("call"), visibility: "invited" });
      await storage.rooms.create({ ...roomOf("over"), endedAt: 2000 });
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => storage.rooms.open(roomOf(`room-${n}`), { maxOpen: 3 })),
      );
      expect(results.filter(({ outcome }) => outcome === "opened")).toHaveLength(3);
      expect(results.filter(({ outcome }) => outcome === "limit")).toHaveLength(17);
      const [one] = await storage.rooms.page("app", { limit: 100 });
      expect(one && (await storage.rooms.end(one, 3000))).toBe(true);
      expect(await storage.rooms.open(roomOf("next"), { maxOpen: 3 })).toEqual({ outcome: "opened" });
    });

    it("makes one room for a request, when 20 come at once, and ever after", async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => storage.rooms.open(roomOf(`room-${n}`), request())),
      );
      expect(results.filter(({ outcome }) => outcome === "opened")).toHaveLength(1);
      const [{ roomId } = { roomId: "none" }, ...more] = await storage.rooms.page("app", { limit: 100 });
      expect(more).toEqual([]);
      await storage.close();
      storage = await database.open();
      expect(await storage.rooms.open(roomOf("late"), request())).toEqual({ outcome: "repeated", roomId });
      expect(await storage.rooms.open(roomOf("late"), { ...request(), maxOpen: 1 })).toMatchObject({
        outcome: "repeated",
      });
    });

    it("tells a request that asks for something else, and forgets old ones", async () => {
      await storage.rooms.open(roomOf("first"), request());
      expect(await storage.rooms.open(roomOf("other"), request({ bodyHash: "else" }))).toEqual({ outcome: "mismatch" });
      expect(await storage.rooms.find(roomOf("other"))).toBeUndefined();
      const late = { ...roomOf("late"), createdAt: 9000 };
      expect(await storage.rooms.open(late, request({ since: 1001, bodyHash: "else" }))).toEqual({ outcome: "opened" });
      expect(await storage.rooms.open(roomOf("again"), request({ since: 1001, bodyHash: "else" }))).toEqual({
        outcome: "repeated",
        roomId: "late",
      });
    });

    it("keeps the requests of apps apart, and none that made no room", async () => {
      await storage.rooms.open(roomOf("first"), request());
      const other = { ...roomOf("theirs"), appId: "other" };
      expect(await storage.rooms.open(other, request())).toEqual({ outcome: "opened" });
      const full = { ...request({ key: "full" }), maxOpen: 1 };
      expect(await storage.rooms.open(roomOf("second"), full)).toEqual({ outcome: "limit" });
      expect(await storage.rooms.open(roomOf("second"), { ...full, maxOpen: 2 })).toEqual({ outcome: "opened" });
    });
  });

  describe("end", () => {
    it("happens once, to one room", async () => {
      const room = roomOf("over");
      await storage.rooms.create(room);
      await storage.rooms.create({ ...room, appId: "other" });
      const ended = await Promise.all([storage.rooms.end(room, 2000), storage.rooms.end(room, 2000)]);
      expect(ended.toSorted()).toEqual([false, true]);
      expect(await storage.rooms.end(room, 3000)).toBe(false);
      expect(await storage.rooms.find(room)).toEqual({ ...room, endedAt: 2000 });
      expect(await storage.rooms.find({ ...room, appId: "other" })).toMatchObject({ endedAt: null });
      expect(await storage.rooms.end(roomOf("none"), 2000)).toBe(false);
    });
  });

  describe("page", () => {
    it("has the app's rooms, the newest first, but those of calls; ends where it is told to", async () => {
      for (const [roomId, createdAt] of [
        ["b", 2000],
        ["same-1", 1000],
        ["same-3", 1000],
        ["same-2", 1000],
        ["c", 3000],
      ] as const) {
        await storage.rooms.create({ ...roomOf(roomId), createdAt, visibility: "unlisted" });
      }
      await storage.rooms.create({ ...roomOf("elsewhere"), appId: "other" });
      await storage.rooms.create({ ...roomOf("call"), visibility: "invited" });
      const seen: string[] = [];
      for (let after: Position | undefined, n = 0; n < 4; n++) {
        const rooms = await storage.rooms.page("app", { limit: 2, after });
        seen.push(...rooms.map(({ roomId }) => roomId));
        const last = rooms.at(-1);
        if (last) after = { at: last.createdAt, id: last.roomId };
      }
      expect(seen).toEqual(["c", "b", "same-3", "same-2", "same-1"]);
      expect(await storage.rooms.page("none", { limit: 2 })).toEqual([]);
    });
  });
}
