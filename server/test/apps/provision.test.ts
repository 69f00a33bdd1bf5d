import { afterEach, beforeEach, expect, it } from "vitest";
import { createMemoryFailures } from "../../src/cluster/memory/failures.ts";
import { authenticateApp } from "../../src/core/apps/authenticate-app.ts";
import { changeApp } from "../../src/core/apps/change-app.ts";
import { provisionApp } from "../../src/core/apps/provision-app.ts";
import { rotateSecret } from "../../src/core/apps/rotate-secret.ts";
import { openSqliteStorage, type Storage } from "../../src/storage/storage.ts";
import { askForToken } from "../helpers/app.ts";
import { startServer } from "../helpers/start-server.ts";

const DAY = 24 * 60 * 60_000;
let time: number;
let storage: Storage;
beforeEach(async () => {
  time = 1_000_000;
  storage = await openSqliteStorage(":memory:");
});
afterEach(() => storage.close());

const now = () => time;
const context = () => ({ apps: storage.apps, failures: createMemoryFailures(now), now });
const provision = (appSecret: string) => provisionApp(context(), { appId: "acme", appSecret });
const works = (appSecret: string) =>
  authenticateApp(context(), { appId: "acme", appSecret, address: "a" }).then(
    () => true,
    () => false,
  );

it("makes the app once, and leaves it alone from then on", async () => {
  expect(await provision("first")).toBe("created");
  await changeApp(context(), "acme", { allowedOrigins: ["https://acme.example"], disabled: true });
  const before = await storage.apps.find("acme");
  time += DAY;
  expect(await provision("first")).toBe("unchanged");
  expect(await storage.apps.find("acme")).toEqual(before);
});

it("changes over to another secret within a day", async () => {
  await provision("first");
  expect(await provision("second")).toBe("rotated");
  expect([await works("first"), await works("second")]).toEqual([true, true]);
  time += DAY;
  expect([await works("first"), await works("second")]).toEqual([false, true]);
});

it("keeps its secret good, whatever else was made of the app", async () => {
  await provision("first");
  await rotateSecret(context(), { appId: "acme" });
  expect(await provision("first")).toBe("rotated");
  time += 2 * DAY;
  expect(await works("first")).toBe(true);
});

it("is what APP_ID and APP_SECRET do at the start", async () => {
  const app = { appId: "acme", appSecret: "0123456789abcdef0123456789abcdef" };
  const server = await startServer({ APP_ID: app.appId, APP_SECRET: app.appSecret });
  expect((await askForToken(server.url, app)).status).toBe(200);
  await server.close();
});
