import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createTokens } from "../../src/auth/tokens.ts";
import { ADMIN_TOKEN, asAdmin, askForToken, makeApp, type TestApp, tokenFor } from "../helpers/app.ts";
import { connectNatively, refusedHandshake } from "../helpers/native-client.ts";
import { plantRooms } from "../helpers/plant-rooms.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";
import { connectUser, startCall } from "../helpers/user-client.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ ADMIN_TOKEN });
});
afterEach(closeSockets);
afterAll(() => server.close());

/** A room of the app's, and the token of someone who may enter it. */
async function roomToken({ appId }: TestApp, userId: string, roomId = "visit"): Promise<string> {
  const secret = readFileSync(join(server.dataDir, "jwt-secret"), "utf8");
  return createTokens({ secret, ttlSeconds: 60 }).issueRoomToken({
    appId,
    roomId,
    userId,
    entryId: crypto.randomUUID(),
    name: userId,
    role: "participant",
    permissions: [],
  });
}

const enter = async (app: TestApp, userId: string) => {
  const token = await roomToken(app, userId);
  return connectNatively(server.url, { roomId: "visit", userId, token, iceServers: [], ttl: 60, signalingUrl: "" });
};
const goOnline = async (app: TestApp, id: string) => {
  const token = await tokenFor(server.url, app, { id });
  return connectUser(server.url, { userId: id, token, ttl: 60, signalingUrl: "", userKey: "" });
};
const gone = (socket: { once(name: "disconnect", handler: () => void): unknown }) =>
  new Promise<void>((resolve) => socket.once("disconnect", () => resolve()));

it("native-app-5: ends everything that is live of the app, refuses what comes, and takes it back", async () => {
  const app = await makeApp(server.url);
  const other = await makeApp(server.url);
  await plantRooms(server, [
    { roomId: "visit", appId: app.appId },
    { roomId: "visit", appId: other.appId },
  ]);
  const [doctor, patient] = [await enter(app, "doctor"), await enter(app, "patient")];
  const [ann, bob] = [await goOnline(app, "ann"), await goOnline(app, "bob")];
  const [guest, user] = [await enter(other, "guest"), await goOnline(other, "ann")];
  await startCall(ann, bob);
  const ends = [doctor, patient, ann, bob].map(({ socket }) => gone(socket));

  const disabled = await asAdmin(server.url, `/${app.appId}/disable`, { method: "POST" });
  expect(disabled.body).toMatchObject({ disabledAt: expect.any(String) });
  await Promise.all(ends);
  for (const { events } of [doctor, patient]) expect(await events.next("ejected")).toEqual({ reason: "ended" });
  expect([guest.socket.connected, user.socket.connected]).toEqual([true, true]);

  const secret = { appId: app.appId, appSecret: app.appSecret };
  expect(await askForToken(server.url, secret)).toMatchObject({
    status: 403,
    body: { error: refusalOf("APP_DISABLED") },
  });
  expect((await askForToken(server.url, { ...secret, appSecret: "wrong" })).body).toEqual({
    error: refusalOf("APP_UNAUTHORIZED"),
  });
  for (const token of [await roomToken(app, "late"), ann.identity.token]) {
    expect(await refusedHandshake(server.url, { token })).toEqual(refusalOf("APP_DISABLED"));
  }
  const resume = { key: doctor.joined.resumeKey, seq: 1 };
  expect(await refusedHandshake(server.url, { token: doctor.entry.token, resume })).toEqual(refusalOf("APP_DISABLED"));

  await asAdmin(server.url, `/${app.appId}/enable`, { method: "POST" });
  expect((await enter(app, "doctor")).joined.participants).toEqual([]);
  expect((await goOnline(app, "ann")).online.self).toMatchObject({ userId: "ann" });
});

it("a token of an app that there is none of is good for nothing", async () => {
  const token = await roomToken({ appId: "app_gone", appSecret: "" }, "late");
  expect(await refusedHandshake(server.url, { token })).toEqual(refusalOf("UNAUTHORIZED"));
});
