import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call } from "../../helpers/http.ts";
import { joinAsLobbyClient, openLobbyClient } from "../../helpers/lobby-client.ts";
import { enterNatively, joinNatively } from "../../helpers/native-client.ts";
import { plantRooms } from "../../helpers/plant-rooms.ts";
import { isoTime, refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  closeSockets();
  await server.close();
});

const roomsUrl = () => `${server.url}/api/rooms`;
const create = async (name: string) => (await call(roomsUrl(), { json: { name } })).body as { roomId: string };
const listed = async (query = "") => {
  const { body } = await call(`${roomsUrl()}${query}`);
  return (body as { rooms: { roomId: string }[] }).rooms;
};
const ids = async (query = "") => (await listed(query)).map(({ roomId }) => roomId);

describe("GET /health", () => {
  it("lobby-rest-1: counts the rooms that someone is in, and the people, whatever door they came by", async () => {
    const health = async () => (await call(`${server.url}/health`)).body;
    expect(await health()).toMatchObject({ status: "healthy", rooms: 0, users: 0, timestamp: isoTime });
    await create("Empty");
    const ann = await joinAsLobbyClient(server.url, { roomId: "a" });
    await joinNatively(server.url, "a");
    await joinAsLobbyClient(server.url, { roomId: "b" });
    expect(await health()).toMatchObject({ status: "healthy", rooms: 2, users: 3 });
    await ann.ask("leave-room");
    expect(await health()).toMatchObject({ rooms: 2, users: 2 });
  });
});

describe("POST /api/rooms", () => {
  it("lobby-rest-2: makes a room, with an id of its own and a key for whoever asked", async () => {
    const answer = await call(roomsUrl(), { json: { name: "Room Name" } });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { roomId } = answer.body;
    expect(answer.body).toEqual({
      roomId: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{12}$/),
      name: "Room Name",
      createdAt: isoTime,
      maxParticipants: 10,
      ownerKey: expect.stringMatching(/^[\w-]{32}$/),
      url: `${server.url}/room/${String(roomId)}`,
    });
    expect((await create("Room Name")).roomId).not.toBe(roomId);
  });

  it("lobby-rest-2: it is empty and lasts; its key makes its holder the host", async () => {
    const { body } = await call(roomsUrl(), { json: { name: "Mine" } });
    const { roomId, ownerKey } = body as { roomId: string; ownerKey: string };
    expect(await listed()).toMatchObject([{ roomId, participants: 0 }]);
    const guest = await joinAsLobbyClient(server.url, { roomId });
    expect(guest.joined).not.toHaveProperty("ownerKey");
    const host = await joinNatively(server.url, roomId, { ownerKey });
    expect(host.joined.self.role).toBe("host");
    expect(await host.request("set-room-password", { password: "s3cret" })).toEqual({ ok: true });
  });

  it.each(["x", "x".repeat(120), "Ünïcödé ✨ 会議", " spaces stay "])(
    "lobby-rest-2: takes the name %j",
    async (name) => {
      const { roomId } = await create(name);
      expect((await call(`${roomsUrl()}/${roomId}`)).body).toMatchObject({ name });
    },
  );

  it.each<[string, unknown]>([
    ["no name", {}],
    ["an empty name", { name: "" }],
    ["a blank name", { name: "  " }],
    ["a name that is too long", { name: "x".repeat(121) }],
    ["a line break", { name: "a\nb" }],
    ["a control character", { name: "a\u0000b" }],
    ["a number", { name: 5 }],
    ["a field that isn't known", { name: "x", roomId: "mine" }],
    ["an array", []],
    ["text", "x"],
    ["null", null],
  ])("lobby-rest-3: 400 BAD_REQUEST for %s", async (_, json) => {
    expect(await call(roomsUrl(), { json })).toMatchObject({ status: 400, body: { error: refusalOf("BAD_REQUEST") } });
    expect(await listed()).toEqual([]);
  });

  it.each([
    ["application/json", '{"name":'],
    ["application/json", ""],
    ["application/json", '{"name":"x","__proto__":{"a":1}}'],
    ["text/plain", '{"name":"x"}'],
    ["application/x-www-form-urlencoded", "name=x"],
  ])("lobby-rest-3: 400 BAD_REQUEST for %s %j", async (type, body) => {
    const answer = await call(roomsUrl(), { method: "POST", body, headers: { "content-type": type } });
    expect(answer).toMatchObject({ status: 400, body: { error: refusalOf("BAD_REQUEST") } });
  });

  it("lobby-rest-3: 400 BAD_REQUEST without any body", async () => {
    expect(await call(roomsUrl(), { method: "POST" })).toMatchObject({
      status: 400,
      body: { error: refusalOf("BAD_REQUEST") },
    });
  });
});

describe("GET /api/rooms", () => {
  it("lobby-rest-4: lists rooms, the last used first, with how many are in each", async () => {
    expect(await call(roomsUrl())).toMatchObject({ status: 200, body: { rooms: [] } });
    await plantRooms(server, [
      { roomId: "old", name: "Old", createdAt: 1000, lastUsed: 2000 },
      { roomId: "older", createdAt: 1000, lastUsed: 1000, maxParticipants: 4 },
    ]);
    await joinAsLobbyClient(server.url, { roomId: "now" });
    await joinAsLobbyClient(server.url, { roomId: "now" });
    expect(await listed()).toEqual([
      {
        roomId: "now",
        name: "now",
        createdAt: isoTime,
        lastUsed: isoTime,
        passwordEnabled: false,
        maxParticipants: 10,
        participants: 2,
      },
      {
        roomId: "old",
        name: "Old",
        createdAt: "1970-01-01T00:00:01.000Z",
        lastUsed: "1970-01-01T00:00:02.000Z",
        passwordEnabled: false,
        maxParticipants: 10,
        participants: 0,
      },
      expect.objectContaining({ roomId: "older", name: "older", maxParticipants: 4 }),
    ]);
    await joinAsLobbyClient(server.url, { roomId: "older" });
    expect((await ids())[0]).toBe("older");
  });

  it("lobby-rest-4: a hundred unless asked for up to a thousand, or fewer", async () => {
    await plantRooms(
      server,
      Array.from({ length: 120 }, (_, n) => ({ roomId: `room-${n}`, lastUsed: n })),
    );
    expect(await ids()).toHaveLength(100);
    expect(await ids("?limit=1000")).toHaveLength(120);
    expect(await ids("?limit=2")).toEqual(["room-119", "room-118"]);
    for (const limit of ["0", "1001", "-1", "1.5", "x", "", "2&limit=3"]) {
      expect(await call(`${roomsUrl()}?limit=${limit}`)).toMatchObject({
        status: 400,
        body: { error: refusalOf("BAD_REQUEST") },
      });
    }
    expect(await ids("?cache=1")).toHaveLength(100);
  });
});

describe("GET /api/rooms/:roomId", () => {
  it("lobby-rest-5: tells who is there", async () => {
    const { roomId } = await create("Meeting");
    const url = `${roomsUrl()}/${roomId}`;
    const room = {
      roomId,
      name: "Meeting",
      createdAt: isoTime,
      lastUsed: isoTime,
      passwordEnabled: false,
      maxParticipants: 10,
    };
    expect(await call(url)).toMatchObject({ status: 200, body: { ...room, participants: [] } });
    const ann = await joinAsLobbyClient(server.url, { roomId, username: "Ann" });
    const nat = await joinNatively(server.url, roomId, { displayName: "Nat" });
    expect((await call(url)).body).toEqual({
      ...room,
      participants: [ann.joined.self, { userId: nat.userId, username: "Nat", joinedAt: isoTime }],
    });
    await ann.ask("leave-room");
    expect((await call(url)).body).toMatchObject({ participants: [{ userId: nat.userId }] });
  });

  it("lobby-rest-5: knows rooms that were made by joining, under their id", async () => {
    await joinAsLobbyClient(server.url, { roomId: "by-joining" });
    expect((await call(`${roomsUrl()}/by-joining`)).body).toMatchObject({ roomId: "by-joining", name: "by-joining" });
  });

  it("lobby-rest-5: 404 NOT_FOUND for one that doesn't exist, and doesn't make it", async () => {
    for (let n = 0; n < 2; n++) {
      expect(await call(`${roomsUrl()}/unborn`)).toMatchObject({
        status: 404,
        body: { error: refusalOf("NOT_FOUND") },
      });
    }
  });

  it.each(["a%20b", ".x", "%00", "r".repeat(129), "a%2fb"])("lobby-rest-5: refuses the id %s", async (roomId) => {
    const answer = await call(`${roomsUrl()}/${roomId}`);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).toMatchObject({ error: { code: expect.stringMatching(/BAD_REQUEST|NOT_FOUND/) } });
  });
});

describe("what isn't everyone's to know", () => {
  it("lobby-rest-6: a room with a password shows that it has one and nothing inside", async () => {
    const { roomId } = await create("Locked");
    const host = await joinNatively(server.url, "locked", { displayName: "Hidden Host" });
    await host.request("set-room-password", { password: "s3cret", hint: "as always" });
    const list = await listed();
    const locked = { roomId: "locked", name: "locked", createdAt: isoTime, lastUsed: isoTime };
    expect(list).toContainEqual({ ...locked, passwordEnabled: true, maxParticipants: 10 });
    expect(list).toContainEqual(expect.objectContaining({ roomId, passwordEnabled: false, participants: 0 }));
    const details = await call(`${roomsUrl()}/locked`);
    expect(details.body).toEqual({ ...locked, passwordEnabled: true, maxParticipants: 10 });
    expect(JSON.stringify(list) + details.text).not.toMatch(/argon2|s3cret|as always|Hidden|wnerKey/);
    await host.request("clear-room-password", {});
    expect((await call(`${roomsUrl()}/locked`)).body).toMatchObject({ participants: [{ username: "Hidden Host" }] });
  });

  it("lobby-rest-7: other apps' rooms and those that aren't listed are not there", async () => {
    await plantRooms(server, [
      { roomId: "shown" },
      { roomId: "acme", appId: "acme" },
      { roomId: "pair", visibility: "unlisted" },
      { roomId: "call", visibility: "invited" },
    ]);
    await joinAsLobbyClient(server.url, { roomId: "pair" });
    await enterNatively(server.url, "link", { unlisted: true });
    await enterNatively(server.url, "open");
    expect((await ids()).sort()).toEqual(["open", "shown"]);
    expect((await call(`${roomsUrl()}/pair`)).status).toBe(200);
    for (const roomId of ["acme", "call"]) {
      const unknown = await call(`${roomsUrl()}/unknown`);
      const hidden = await call(`${roomsUrl()}/${roomId}`);
      expect({ status: hidden.status, body: hidden.body }).toEqual({ status: 404, body: unknown.body });
    }
  });

  it("lobby-rest-7: a room of the same id in another app stays apart", async () => {
    await plantRooms(server, [{ roomId: "twin", appId: "acme", name: "Acme's" }]);
    expect((await call(`${roomsUrl()}/twin`)).status).toBe(404);
    const ann = await joinAsLobbyClient(server.url, { roomId: "twin" });
    expect(ann.joined.ownerKey).toBeDefined();
    expect((await call(`${roomsUrl()}/twin`)).body).toMatchObject({ name: "twin" });
  });

  it("lobby-event-4: nobody walks into a call's room", async () => {
    await plantRooms(server, [{ roomId: "call", visibility: "invited" }]);
    const visitor = await openLobbyClient(server.url);
    visitor.send("join-room", { roomId: "call", username: "x" });
    expect(await visitor.events.next("error")).toEqual(refusalOf("FORBIDDEN"));
  });
});

describe("making rooms", () => {
  let own: TestServer;
  beforeAll(async () => {
    own = await startServer({ JOIN_RATE: "3", TRUST_PROXY: "127.0.0.1" });
  });
  afterAll(() => own.close());

  it("lobby-rest-8: is limited by address, together with joining; then the server drains", async () => {
    const make = (address: string) =>
      call(`${own.url}/api/rooms`, { json: { name: "x" }, headers: { "x-forwarded-for": address } });
    const join = { roomId: "x", username: "x" };
    const client = await openLobbyClient(own.url, { extraHeaders: { "x-forwarded-for": "203.0.113.1" } });
    expect(await client.ask("join-room", join)).toEqual({ ok: true });
    for (let n = 0; n < 2; n++) expect((await make("203.0.113.1")).status).toBe(201);
    const refused = await make("203.0.113.1");
    const limited = refusalOf("RATE_LIMITED", { retryAfterMs: expect.any(Number) });
    expect(refused).toMatchObject({ status: 429, body: { error: limited } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await make("203.0.113.2")).status).toBe(201);

    own.drain(1000);
    const draining = await make("203.0.113.3");
    expect(draining).toMatchObject({ status: 503, body: { error: refusalOf("DRAINING") } });
    expect(draining.headers.has("retry-after")).toBe(true);
    expect((await call(`${own.url}/api/rooms`)).status).toBe(200);
    expect((await call(`${own.url}/health`)).body).toMatchObject({ status: "draining" });
  });
});
