import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenFor } from "../helpers/app.ts";
import { call } from "../helpers/http.ts";
import type { NativeClient } from "../helpers/native-client.ts";
import { plantRooms } from "../helpers/plant-rooms.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import type { V1Client } from "../helpers/v1-client.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

let v1: V1Server;
let other: V1Client;
let roomId: string;
let ann: NativeClient;
beforeAll(async () => {
  v1 = await startV1({ TRUST_PROXY: "127.0.0.1" });
  other = await v1.newApp();
  roomId = await v1.acme.makeRoom({ metadata: { secret: "of acme" }, name: "Secret" });
  ann = await v1.acme.enter(roomId, { userId: "ann", role: "host" });
});
afterAll(async () => {
  closeSockets();
  await v1.server.close();
});

interface Route {
  method: string;
  path: string;
  json?: object;
}
const ROUTES: Route[] = [
  { method: "GET", path: "" },
  { method: "PATCH", path: "", json: { name: "mine" } },
  { method: "DELETE", path: "" },
  { method: "POST", path: "/join", json: { userId: "ann" } },
  { method: "GET", path: "/status" },
  { method: "GET", path: "/sessions" },
  { method: "DELETE", path: "/participants/ann" },
];

async function asked(client: V1Client, id: string, { method, path, json }: Route) {
  const { status, text, headers } = await client.ask(`/rooms/${id}${path}`, json ? { method, json } : { method });
  return { status, text, type: headers.get("content-type") };
}

describe("another app's room", () => {
  it.each(ROUTES)("is to $method /rooms/:roomId$path what a missing one is", async (route) => {
    const before = (await v1.acme.ask(`/rooms/${roomId}`)).body;
    const foreign = await asked(other, roomId, route);
    expect(foreign).toEqual(await asked(other, "missing", route));
    expect(foreign.status).toBe(404);
    expect((await v1.acme.ask(`/rooms/${roomId}`)).body).toEqual(before);
    expect(await ann.request("set-media", { audio: true })).toEqual({ ok: true });
    expect(ann.events.names).toEqual(["joined-room"]);
  });

  it.each(ROUTES)("nor does $method /rooms/:roomId$path reach a public one or that of a call", async (route) => {
    await plantRooms(v1.server, [
      { roomId: "public-room" },
      { roomId: "a-call", appId: v1.acme.app.appId, visibility: "invited" },
    ]);
    expect((await asked(v1.acme, "public-room", route)).status).toBe(404);
    expect((await asked(v1.acme, "a-call", route)).status).toBe(404);
  });

  it("is in no list of theirs", async () => {
    expect((await other.ask("/rooms")).body).toEqual({ rooms: [] });
    const { body } = await v1.acme.ask("/rooms?limit=1");
    expect(body.rooms).toMatchObject([{ roomId }]);
  });

  it("isn't entered by a token for a room of theirs with the same id", async () => {
    await plantRooms(v1.server, [{ roomId, appId: other.app.appId, visibility: "unlisted" }]);
    const eve = await other.enter(roomId, { userId: "eve", role: "host" });
    expect(eve.joined).toMatchObject({ participants: [], self: { userId: "eve" } });
    const nobody = { ok: false, error: refusalOf("TARGET_NOT_FOUND") };
    expect(await eve.request("remove-participant", { userId: "ann" })).toEqual(nobody);
    await other.ask(`/rooms/${roomId}`, { method: "DELETE" });
    expect(await eve.events.next("ejected")).toEqual({ reason: "ended" });
    expect(await v1.acme.status(roomId)).toMatchObject({ status: "active", participants: [{ userId: "ann" }] });
    expect(ann.events.names).toEqual(["joined-room"]);
  });
});

describe("without credentials", () => {
  const all = [
    ...ROUTES.map(({ method, path }) => ({ method, path: `/rooms/x${path}` })),
    { method: "POST", path: "/rooms" },
    { method: "GET", path: "/rooms" },
    { method: "POST", path: "/turn/credentials" },
  ].map((route, nth) => ({ nth, ...route }));

  it.each(all)("$method $path is APP_UNAUTHORIZED, whatever else is wrong with it", async ({ nth, method, path }) => {
    // From addresses of their own: wrong credentials count.
    let from = 0;
    const userToken = await tokenFor(v1.server.url, v1.acme.app, { id: "ann" });
    const bodies = method === "GET" ? {} : { body: "{", headers: { "content-type": "application/json" } };
    for (const headers of [
      {},
      { "x-app-id": v1.acme.app.appId },
      { authorization: `Bearer ${ann.entry.token}` },
      { authorization: `Bearer ${userToken}` },
    ]) {
      const url = `${v1.server.url}/api/v1${path}`;
      const answer = await call(url, {
        method,
        ...bodies,
        headers: { ...bodies.headers, ...headers, "x-forwarded-for": `10.1.${nth}.${++from}` },
      });
      expect(answer).toMatchObject({ status: 401, body: { error: refusalOf("APP_UNAUTHORIZED") } });
    }
  });
});
