import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AppStore } from "../../../src/core/ports.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { appOf } from "../../helpers/app.ts";
import type { MakeDatabase, TestDatabase } from "./database.ts";

const secret = (hash: string, createdAt = 1000) => ({ hash, createdAt });

/** What every engine's AppStore keeps. */
export function appsContract(makeDatabase: MakeDatabase): void {
  let database: TestDatabase;
  let storage: Storage;
  let apps: AppStore;
  beforeEach(async () => {
    database = await makeDatabase();
    storage = await database.open();
    apps = storage.apps;
  });
  afterEach(async () => {
    await storage.close();
    await database.destroy();
  });

  const hashesAt = async (now: number) => (await apps.secretsOf("acme", now)).map(({ hash }) => hash).toSorted();

  describe("create and find", () => {
    it("gives back what was stored, every field, also after a reopen", async () => {
      const app = appOf("acme", {
        name: "Ünïcödé ✨",
        createdAt: 1_765_000_000_123,
        disabledAt: 1_765_000_000_456,
        allowedOrigins: ["https://acme.example", "capacitor://localhost"],
        limits: { maxRooms: 1, maxParticipants: 100, joinRate: 1_000_000 },
      });
      expect(await apps.create(app, secret("one"))).toBe(true);
      expect(await apps.find("acme")).toEqual(app);
      await storage.close();
      storage = await database.open();
      expect(await storage.apps.find("acme")).toEqual(app);
      expect(await storage.apps.secretsOf("acme", 5000)).toEqual([{ ...secret("one"), expiresAt: null }]);
    });

    it("leaves the one that is there as it is, with its secret", async () => {
      await apps.create(appOf("acme"), secret("one"));
      expect(await apps.create(appOf("acme", { name: "Other" }), secret("two"))).toBe(false);
      expect(await apps.find("acme")).toEqual(appOf("acme"));
      expect(await hashesAt(5000)).toEqual(["one"]);
    });

    it("makes one of many at once", async () => {
      const made = await Promise.all(["a", "b", "c"].map((hash) => apps.create(appOf("acme"), secret(hash))));
      expect(made.toSorted()).toEqual([false, false, true]);
      expect(await hashesAt(5000)).toHaveLength(1);
    });

    it("finds nothing where there is nothing", async () => {
      expect(await apps.find("acme")).toBeUndefined();
      expect(await apps.secretsOf("acme", 0)).toEqual([]);
      expect(await apps.list()).toEqual([]);
    });
  });

  it("lists the oldest first", async () => {
    for (const [appId, createdAt] of [
      ["b", 2],
      ["c", 1],
      ["a", 2],
    ] as const) {
      await apps.create(appOf(appId, { createdAt }), secret(appId));
    }
    expect((await apps.list()).map(({ appId }) => appId)).toEqual(["c", "a", "b"]);
  });

  describe("update", () => {
    it("changes what is given and nothing else, of this app alone", async () => {
      await apps.create(appOf("acme"), secret("one"));
      await apps.create(appOf("other"), secret("two"));
      const limits = { maxRooms: 5, maxParticipants: null, joinRate: 60 };
      expect(await apps.update("acme", { limits })).toEqual(appOf("acme", { limits }));
      expect(await apps.update("acme", { disabledAt: 7 })).toEqual(appOf("acme", { limits, disabledAt: 7 }));
      const allowedOrigins = ["https://a.example"];
      expect(await apps.update("acme", { disabledAt: null, allowedOrigins })).toEqual(
        appOf("acme", { limits, allowedOrigins }),
      );
      expect(await apps.update("acme", {})).toEqual(appOf("acme", { limits, allowedOrigins }));
      expect(await apps.find("other")).toEqual(appOf("other"));
    });

    it.each([{}, { disabledAt: 7 }])("knows no app that isn't there: %j", async (patch) => {
      expect(await apps.update("acme", patch)).toBeUndefined();
    });
  });

  describe("rotate", () => {
    beforeEach(async () => {
      await apps.create(appOf("acme"), secret("one"));
    });

    it("keeps the former secret until it runs out, to the millisecond", async () => {
      expect(await apps.rotate("acme", secret("two", 2000), 3000)).toBe(true);
      expect(await hashesAt(2999)).toEqual(["one", "two"]);
      expect(await hashesAt(3000)).toEqual(["two"]);
      expect(await apps.secretsOf("acme", 3000)).toEqual([{ ...secret("two", 2000), expiresAt: null }]);
    });

    it("has two live secrets at most", async () => {
      await apps.rotate("acme", secret("two"), 9000);
      await apps.rotate("acme", secret("three"), 9000);
      expect(await hashesAt(2000)).toEqual(["three", "two"]);
    });

    it("has one current secret, however many rotate at once", async () => {
      await Promise.all(["a", "b", "c"].map((hash) => apps.rotate("acme", secret(hash), 9000)));
      const live = await apps.secretsOf("acme", 2000);
      expect(live).toHaveLength(2);
      expect(live.filter(({ expiresAt }) => expiresAt === null)).toHaveLength(1);
    });

    it("is of this app alone", async () => {
      await apps.create(appOf("other"), secret("theirs"));
      await apps.rotate("acme", secret("two"), 0);
      expect(await apps.secretsOf("other", 2000)).toEqual([{ ...secret("theirs"), expiresAt: null }]);
    });

    it("makes no secret for an app that isn't there", async () => {
      expect(await apps.rotate("nobody", secret("two"), 9000)).toBe(false);
      expect(await apps.secretsOf("nobody", 0)).toEqual([]);
    });
  });
}
