import { afterEach, describe, expect, it } from "vitest";
import { call } from "../../helpers/http.ts";
import { joinNatively } from "../../helpers/native-client.ts";
import { closePairingClients, joinAsPair, openPairingClient } from "../../helpers/pairing-client.ts";
import { pairingRest, pairUp } from "../../helpers/pairing-rest.ts";
import { rawHttp, upgradeRequest } from "../../helpers/raw-http.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

// What the operator turns on and off, and what a pair's room is to the other doors.

const servers: TestServer[] = [];
afterEach(async () => {
  closePairingClients();
  closeSockets();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(environment: Record<string, string> = {}) {
  const server = await startServer(environment);
  servers.push(server);
  return { ...server, rest: pairingRest(server.url) };
}

const problem = (error: string) => ({ error, message: expect.stringMatching(/\w/) });

describe("pairing-rest-18: who answers on the shared paths", () => {
  it("pairing where a body has one of its fields, or a query its key; otherwise the lobby", async () => {
    const { rest } = await start();
    for (const field of ["joinid", "exp", "client1"]) {
      expect(await rest.send("POST", "/api/rooms", { [field]: "x", name: "Standup" })).toMatchObject({
        status: 400,
        body: problem("missing_field"),
      });
    }
    expect(await rest.send("POST", "/api/rooms", { name: "Standup" })).toMatchObject({ status: 201 });
    expect(await rest.send("GET", "/api/rooms")).toMatchObject({ status: 200, body: { rooms: expect.any(Array) } });
    expect(await rest.send("GET", "/api/rooms?roomid=")).toMatchObject({ status: 400, body: problem("missing_field") });
  });

  it("pairing alone where the lobby is shut", async () => {
    const { rest, url } = await start({ DIALECTS: "pairing" });
    expect(await rest.send("POST", "/api/rooms", { name: "Standup" })).toMatchObject({
      status: 400,
      body: problem("missing_field"),
    });
    expect(await rest.send("GET", "/api/rooms")).toMatchObject({ status: 400, body: problem("missing_field") });
    const broken = await call(`${url}/api/rooms`, {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    });
    expect([broken.status, broken.body]).toEqual([400, problem("invalid_field")]);
    const [first, second] = await joinAsPair(url, await pairUp(rest, "alone"));
    first.send("webrtc_offer", { sdp: "v=0" });
    expect(await second.events.next("webrtc_offer")).toEqual({ sdp: "v=0" });
  });

  it("the lobby alone where pairing is shut, and nobody on pairing's own", async () => {
    const { rest, url } = await start({ DIALECTS: "lobby" });
    expect((await rest.create("code")).body).toMatchObject({ error: { code: "BAD_REQUEST" } });
    expect((await rest.send("GET", "/api/rooms?roomid=x")).body).not.toMatchObject({ error: "not_found" });
    for (const answer of [await rest.accept("code"), await rest.check("code"), await rest.purge("x")]) {
      expect(answer).toMatchObject({ status: 404, body: { error: { code: "NOT_FOUND" } } });
    }
    expect(await rawHttp(url, upgradeRequest(url, "/"))).toMatch(/^HTTP\/1.1 404 /);
  });
});

it("pairing-rest-19: USE_SQLITE=0 turns the six calls off, with a sentence that says so", async () => {
  const { rest, url } = await start({ USE_SQLITE: "0" });
  for (const answer of [
    await rest.create("code"),
    await rest.accept("code"),
    await rest.check("code"),
    await rest.room("room"),
    await rest.remove("room"),
    await rest.purge("device"),
  ]) {
    expect([answer.status, answer.body]).toEqual([
      503,
      { error: "disabled", message: expect.stringContaining("USE_SQLITE=1") },
    ]);
  }
  await joinAsPair(url, "the-socket-stays-on");
});

it("pairing-rest-20: codes and rooms outlive the server", async () => {
  const { rest, sqlitePath } = await start();
  const roomid = await pairUp(rest, "kept");
  await rest.create("open");
  const second = await start({ SQLITE_DB_PATH: sqlitePath });
  expect((await second.rest.check("open")).status).toBe(204);
  expect((await second.rest.check("kept")).body).toEqual({ roomid });
  expect((await second.rest.room(roomid)).status).toBe(200);
});

describe("pairing-rest-21: a pair's room", () => {
  it("is met by any door, and holds two", async () => {
    const { rest, url } = await start();
    const roomId = await pairUp(rest, "mixed");
    const native = await joinNatively(url, roomId);
    expect(native.joined.room.settings.maxParticipants).toBe(2);
    expect(native.joined.self.role).toBe("participant");
    const device = await openPairingClient(url);
    device.send("join_room", { roomId });
    expect(await device.events.next("room_ready")).toEqual({ roomId, initiator: false });
    const third = await openPairingClient(url);
    third.send("join_room", { roomId });
    expect(await third.events.next("room_full")).toEqual({ maxParticipants: 2 });
    const fourth = await call(`${url}/room/${roomId}/join`, { json: { displayName: "x" } });
    expect(fourth).toMatchObject({ status: 409, body: { error: { code: "ROOM_FULL" } } });
  });

  it("is not in the lobby's list", async () => {
    const { rest } = await start();
    const roomid = await pairUp(rest, "unlisted");
    expect((await rest.send("GET", "/api/rooms")).text).not.toContain(roomid);
  });

  it("goes with the pair, unless someone is in it", async () => {
    const { rest, url } = await start();
    const exists = async (roomId: string) => (await call(`${url}/room/${roomId}/meta`)).body.exists;
    const [removed, purged, inUse] = [
      await pairUp(rest, "removed"),
      await pairUp(rest, "purged", "ann"),
      await pairUp(rest, "in use"),
    ];
    const device = await joinNatively(url, inUse);
    for (const roomId of [removed, purged, inUse]) expect(await exists(roomId)).toBe(true);
    await rest.remove(removed);
    await rest.purge("ann");
    await rest.remove(inUse);
    expect([await exists(removed), await exists(purged), await exists(inUse)]).toEqual([false, false, true]);
    expect(await device.request("set-media", { audio: false })).toEqual({ ok: true });
  });

  it("is the only kind that DELETE takes", async () => {
    const { rest, url } = await start();
    await joinNatively(url, "standup").then(({ socket }) => socket.disconnect());
    expect((await rest.remove("standup")).status).toBe(200);
    expect((await call(`${url}/room/standup/meta`)).body).toMatchObject({ exists: true });
  });
});
