import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PairingStore } from "../../../src/core/ports.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import type { MakeDatabase, TestDatabase } from "./database.ts";

const NOW = Date.parse("2026-06-01T12:00:00.500Z");
const SOON = NOW + 60_000;

/** What every engine's PairingStore keeps. */
export function pairingsContract(makeDatabase: MakeDatabase): void {
  let database: TestDatabase;
  let storage: Storage;
  let pairings: PairingStore;
  beforeEach(async () => {
    database = await makeDatabase();
    storage = await database.open();
    pairings = storage.pairings;
  });
  afterEach(async () => {
    await storage.close();
    await database.destroy();
  });

  const offer = (joinId: string, expiresAt = SOON, client1 = "ann") =>
    pairings.create({ joinId, client1, expiresAt }, NOW);
  const accept = (joinId: string, client2 = "bob", now = NOW) =>
    pairings.accept({ joinId, client2, roomId: `room-of-${joinId}` }, now);
  const check = (joinId: string, client1 = "ann", now = NOW) => pairings.check({ joinId, client1 }, now);

  describe("create", () => {
    it("keeps one live code of a name", async () => {
      expect(await offer("code")).toBe(true);
      expect(await offer("code", SOON, "eve")).toBe(false);
      await accept("code");
      expect(await offer("code", SOON, "eve")).toBe(false);
      expect(await check("code")).toEqual({ outcome: "accepted", roomId: "room-of-code" });
    });

    it("puts a new one in place of an expired one, accepted or not", async () => {
      await offer("plain", NOW);
      expect(await offer("plain")).toBe(true);
      await offer("used");
      await accept("used");
      expect(await pairings.create({ joinId: "used", client1: "cem", expiresAt: SOON + 1 }, SOON)).toBe(true);
      expect(await check("used", "cem", SOON)).toEqual({ outcome: "waiting" });
      expect(await pairings.find("room-of-used")).toMatchObject({ client1: "ann" });
    });

    it("is one device's when 50 create it at once", async () => {
      const results = await Promise.all(Array.from({ length: 50 }, (_, n) => offer("race", SOON, `device ${n}`)));
      expect(results.filter(Boolean)).toHaveLength(1);
    });

    it("keeps ids as they are written", async () => {
      const strange = "né à Pâques 😀 '; drop table rooms; --%_";
      await offer(strange, SOON, strange);
      expect(await offer("Code")).toBe(true);
      expect(await offer("code")).toBe(true);
      expect(await accept(strange, "'bob'")).toBe("accepted");
      expect(await pairings.find(`room-of-${strange}`)).toEqual({
        roomId: `room-of-${strange}`,
        client1: strange,
        client2: "'bob'",
      });
    });
  });

  describe("accept", () => {
    it("makes a pair once", async () => {
      await offer("code");
      expect(await accept("code")).toBe("accepted");
      expect(await pairings.find("room-of-code")).toEqual({ roomId: "room-of-code", client1: "ann", client2: "bob" });
      expect(await pairings.accept({ joinId: "code", client2: "bob", roomId: "other" }, NOW)).toBe("taken");
      expect(await pairings.find("other")).toBeUndefined();
    });

    it("is absent for a code that nobody made, or that was checked", async () => {
      expect(await accept("none")).toBe("absent");
      await offer("code");
      await accept("code");
      await check("code");
      expect(await pairings.accept({ joinId: "code", client2: "cem", roomId: "other" }, NOW)).toBe("absent");
    });

    it("lets one of 50 in", async () => {
      await offer("race");
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          pairings.accept({ joinId: "race", client2: `device ${n}`, roomId: `room ${n}` }, NOW),
        ),
      );
      const winner = results.indexOf("accepted");
      expect(results.toSorted()).toEqual(["accepted", ...Array.from({ length: 49 }, () => "taken")]);
      expect(await check("race")).toEqual({ outcome: "accepted", roomId: `room ${winner}` });
      expect(await pairings.find(`room ${winner}`)).toMatchObject({ client2: `device ${winner}` });
      for (let n = 0; n < 50; n++) if (n !== winner) expect(await pairings.find(`room ${n}`)).toBeUndefined();
    });
  });

  describe("check", () => {
    it("waits, tells the room once, and knows nothing of the code then", async () => {
      await offer("code");
      expect(await check("code")).toEqual({ outcome: "waiting" });
      await accept("code");
      expect(await check("code")).toEqual({ outcome: "accepted", roomId: "room-of-code" });
      expect(await check("code")).toEqual({ outcome: "absent" });
      expect(await pairings.find("room-of-code")).toBeDefined();
    });

    it("tells another device nothing, and takes nothing away", async () => {
      await offer("code");
      expect(await check("code", "eve")).toEqual({ outcome: "absent" });
      await accept("code");
      expect(await check("code", "bob")).toEqual({ outcome: "absent" });
      expect(await check("code")).toMatchObject({ outcome: "accepted" });
    });

    it("tells one of many at once", async () => {
      await offer("race");
      await accept("race");
      const results = await Promise.all(Array.from({ length: 20 }, () => check("race")));
      expect(results.filter(({ outcome }) => outcome === "accepted")).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === "absent")).toHaveLength(19);
    });

    it("finds an accept that comes between checks, however they fall", async () => {
      await offer("mixed");
      const results = await Promise.all([check("mixed"), accept("mixed"), check("mixed"), check("mixed")]);
      const last = await check("mixed");
      const told = [...results, last].filter((one) => typeof one === "object" && one.outcome === "accepted");
      expect(told).toEqual([{ outcome: "accepted", roomId: "room-of-mixed" }]);
    });
  });

  describe("expiry", () => {
    it.each([
      ["a millisecond before", SOON - 1, "accepted"],
      ["to the millisecond", SOON, "absent"],
      ["long after", SOON + 1e9, "absent"],
    ] as const)("ends accepting: %s", async (_, now, outcome) => {
      await offer("code");
      expect(await accept("code", "bob", now)).toBe(outcome);
    });

    it.each([SOON, SOON + 1])("ends checking, accepted or not", async (now) => {
      await offer("open");
      await offer("used");
      await accept("used");
      expect(await check("open", "ann", now)).toEqual({ outcome: "absent" });
      expect(await check("used", "ann", now)).toEqual({ outcome: "absent" });
      expect(await check("used", "ann", SOON - 1)).toMatchObject({ outcome: "accepted" });
    });

    it.each([
      ["within a second", Date.parse("2026-06-01T12:00:00.9Z"), Date.parse("2026-06-01T12:00:00.95Z")],
      ["over a full second", Date.parse("2026-06-01T12:00:01Z"), Date.parse("2026-06-01T12:00:01.001Z")],
      ["over a year", Date.parse("2029-12-31T23:59:59.999Z"), Date.parse("2030-01-01T00:00:00Z")],
      ["at the end of time", Date.parse("9999-12-31T23:59:59.998Z"), Date.parse("9999-12-31T23:59:59.999Z")],
    ])("compares as time %s", async (_, earlier, later) => {
      await offer("earlier", earlier);
      await offer("later", later);
      expect(await check("earlier", "ann", earlier)).toEqual({ outcome: "absent" });
      expect(await check("later", "ann", earlier)).toEqual({ outcome: "waiting" });
      expect(await pairings.sweep(earlier)).toBe(1);
    });

    it("is swept, with what was accepted, and nothing else", async () => {
      await offer("open");
      await offer("used");
      await accept("used");
      await offer("later", SOON + 1);
      expect(await pairings.sweep(SOON - 1)).toBe(0);
      expect(await pairings.sweep(SOON)).toBe(2);
      expect(await pairings.sweep(SOON)).toBe(0);
      expect(await check("later")).toEqual({ outcome: "waiting" });
      expect(await pairings.find("room-of-used")).toBeDefined();
      expect(await offer("used")).toBe(true);
    });
  });

  describe("remove", () => {
    it("forgets the pair, and the code that led to it", async () => {
      await offer("code");
      await accept("code");
      await offer("other");
      expect(await pairings.remove("room-of-code")).toBe(true);
      expect(await pairings.remove("room-of-code")).toBe(false);
      expect(await pairings.find("room-of-code")).toBeUndefined();
      expect(await check("code")).toEqual({ outcome: "absent" });
      expect(await offer("code")).toBe(true);
      expect(await check("other")).toEqual({ outcome: "waiting" });
    });
  });

  describe("purge", () => {
    it("forgets what a device made, accepted and sits in, and counts it", async () => {
      await offer("own-open");
      await offer("own-used");
      await accept("own-used", "bob");
      await offer("theirs-used", SOON, "cem");
      await accept("theirs-used", "ann");
      await offer("theirs-open", SOON, "cem");
      await offer("checked");
      await accept("checked", "dan");
      await check("checked");
      const { roomIds, pendings } = await pairings.purge("ann");
      expect(roomIds.toSorted()).toEqual(["room-of-checked", "room-of-own-used", "room-of-theirs-used"]);
      expect(pendings).toBe(3);
      expect(await pairings.purge("ann")).toEqual({ roomIds: [], pendings: 0 });
      expect(await check("theirs-open", "cem")).toEqual({ outcome: "waiting" });
      expect(await check("theirs-used", "cem")).toEqual({ outcome: "absent" });
    });

    it("counts once a room that a device made with itself", async () => {
      await offer("self");
      await accept("self", "ann");
      expect(await pairings.purge("ann")).toEqual({ roomIds: ["room-of-self"], pendings: 1 });
    });

    it("takes as much as there is", async () => {
      for (let n = 0; n < 200; n++) {
        await offer(`code ${n}`);
        await accept(`code ${n}`, `device ${n}`);
      }
      const { roomIds, pendings } = await pairings.purge("ann");
      expect([roomIds.length, pendings]).toEqual([200, 200]);
    });
  });

  it("survives a reopen", async () => {
    await offer("open");
    await offer("used");
    await accept("used");
    await storage.close();
    storage = await database.open();
    pairings = storage.pairings;
    expect(await check("open")).toEqual({ outcome: "waiting" });
    expect(await check("used")).toEqual({ outcome: "accepted", roomId: "room-of-used" });
  });
}
