import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startCore, type TestCore, Wire } from "../../../test/helpers/test-core.ts";

const app = {
  appId: "app",
  name: "App",
  allowedOrigins: [],
  limits: { maxRooms: null, maxParticipants: null, joinRate: null },
};

let test: TestCore;
beforeEach(async () => {
  test = await startCore();
  await test.storage.apps.create({ ...app, createdAt: 1, disabledAt: null }, { hash: "hash", createdAt: 1 });
});
afterEach(() => test.close());

it("ejects whoever was on the way in while the room ended", async () => {
  const { core, storage, cluster } = test;
  const roomId = await core.appRooms.create(app, {}, undefined);
  const { token } = await core.appRooms.join(app, { roomId, userId: "late" });
  const find = vi.spyOn(storage.rooms, "find");
  find.mockImplementationOnce(async (key) => {
    find.mockRestore();
    const asItWas = await storage.rooms.find(key);
    await core.appRooms.end(app, roomId);
    return asItWas;
  });
  const late = new Wire(test);
  await late.enter(token);
  expect(late.types()).toEqual(["joined", "ejected"]);
  expect(late.heard.at(-1)).toEqual({ type: "ejected", reason: "ended" });
  expect(late.closed).toBe(1);
  expect(await cluster.rosters.count({ appId: "app", roomId })).toBe(0);
  expect(await storage.sessions.page({ appId: "app", roomId }, { limit: 5 })).toMatchObject([
    { endedAt: expect.any(Number) },
  ]);
});

it("is published once, before those who leave for it", async () => {
  const { core, published } = test;
  const roomId = await core.appRooms.create(app, {}, undefined);
  const ann = new Wire(test);
  await ann.enter((await core.appRooms.join(app, { roomId, userId: "ann" })).token);
  await Promise.all([core.appRooms.end(app, roomId), core.appRooms.end(app, roomId)]);
  expect(published.map(({ type }) => type)).toEqual([
    "room.created",
    "session.started",
    "participant.joined",
    "room.ended",
    "participant.left",
    "session.ended",
  ]);
  expect(published).toContainEqual({ type: "participant.left", appId: "app", roomId, userId: "ann", reason: "ended" });
  expect(ann.types()).toEqual(["joined", "ejected"]);
});
