import type { AppRoom, AppRoomPage } from "@chamcall/protocol";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isoTime, refusalOf } from "../helpers/shapes.ts";
import { ask, closeSockets } from "../helpers/sockets.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

let v1: V1Server;
beforeAll(async () => {
  v1 = await startV1();
});
afterEach(closeSockets);
afterAll(() => v1.server.close());

const newRoom = (roomId: string, more: Partial<AppRoom> = {}): AppRoom => ({
  roomId,
  status: "waiting",
  name: null,
  metadata: null,
  createdBy: null,
  createdAt: isoTime,
  endedAt: null,
  maxParticipants: 10,
  allowScreenShare: true,
  participants: 0,
  totalSessions: 0,
  totalDuration: 0,
  ...more,
});

describe("POST /api/v1/rooms", () => {
  it("takes a request without a body, also one that claims to be JSON", async () => {
    const { acme } = v1;
    expect(await acme.ask("/rooms", { method: "POST" })).toMatchObject({ status: 201 });
    const headers = { "content-type": "application/json" };
    expect(await acme.ask("/rooms", { method: "POST", headers })).toMatchObject({ status: 201 });
  });

  it("keeps what the app says of it", async () => {
    const wanted = { metadata: { a: [1, { b: null }], é: "ü" }, createdBy: "ann@example.com", name: "Stand-up" };
    const roomId = await v1.acme.makeRoom({ ...wanted, maxParticipants: 3 });
    expect((await v1.acme.ask(`/rooms/${roomId}`)).body).toEqual(newRoom(roomId, { ...wanted, maxParticipants: 3 }));
  });

  it.each([
    [{ metadata: "text" }],
    [{ metadata: ["list"] }],
    [{ metadata: { big: "x".repeat(8192) } }],
    [{ createdBy: "" }],
    [{ maxParticipants: 0 }],
    [{ maxParticipants: 101 }],
    [{ roomId: "my-own" }],
    [[]],
  ])("BAD_REQUEST for %.40j", async (json) => {
    expect(await v1.acme.ask("/rooms", { json })).toMatchObject({
      status: 400,
      body: { error: refusalOf("BAD_REQUEST") },
    });
  });

  it("LIMIT_REACHED beyond what the app may have; an ended room makes way", async () => {
    const small = await v1.newApp({ limits: { maxRooms: 2, maxParticipants: 4 } });
    const refused = { status: 409, body: { error: refusalOf("LIMIT_REACHED") } };
    expect(await small.ask("/rooms", { json: { maxParticipants: 5 } })).toMatchObject(refused);
    const answers = await Promise.all(Array.from({ length: 10 }, () => small.ask("/rooms", { json: {} })));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(2);
    expect(answers.find(({ status }) => status !== 201)).toMatchObject(refused);
    const roomId = made[0]?.body.roomId as string;
    expect((await small.ask(`/rooms/${roomId}`)).body).toMatchObject({ maxParticipants: 4 });
    await small.ask(`/rooms/${roomId}`, { method: "DELETE" });
    await small.makeRoom();
  });
});

describe("PATCH /api/v1/rooms/:roomId", () => {
  it("changes what it names, and tells those in the room", async () => {
    const { acme } = v1;
    const roomId = await acme.makeRoom({ metadata: { a: 1 }, name: "Before" });
    const ann = await acme.enter(roomId, { userId: "ann" });
    const patch = { method: "PATCH", json: { metadata: { b: 2 }, maxParticipants: 1, allowScreenShare: false } };
    const changed = { metadata: { b: 2 }, maxParticipants: 1, allowScreenShare: false };
    expect(await acme.ask(`/rooms/${roomId}`, patch)).toMatchObject({
      status: 200,
      body: { ...changed, name: "Before", status: "active", participants: 1 },
    });
    expect(await ann.events.next("room-updated")).toMatchObject({
      settings: { maxParticipants: 1, allowScreenShare: false },
    });
    const full = await acme.ask(`/rooms/${roomId}/join`, { json: { userId: "bob" } });
    expect(full).toMatchObject({ status: 409, body: { error: refusalOf("ROOM_FULL", { maxParticipants: 1 }) } });
    const cleared = await acme.ask(`/rooms/${roomId}`, { method: "PATCH", json: { metadata: null, name: null } });
    expect(cleared.body).toMatchObject({ ...changed, metadata: null, name: null });
  });

  it.each([
    [{ metadata: 1 }, 400],
    [{ metadata: { big: "x".repeat(8192) } }, 400],
    [{ maxParticipants: 0 }, 400],
    [{ endedAt: null }, 400],
    [{ maxParticipants: 5 }, 409],
  ])("refuses %.40j with %i", async (json, status) => {
    const small = await v1.newApp({ limits: { maxParticipants: 4 } });
    const roomId = await small.makeRoom();
    expect(await small.ask(`/rooms/${roomId}`, { method: "PATCH", json })).toMatchObject({ status });
  });

  it("native-app-4: a host can't go beyond the app's most either", async () => {
    const small = await v1.newApp({ limits: { maxParticipants: 4 } });
    const host = await small.enter(await small.makeRoom(), { userId: "ann", role: "host" });
    expect(await host.request("update-room", { maxParticipants: 4 })).toEqual({ ok: true });
    const refused = { ok: false, error: refusalOf("LIMIT_REACHED") };
    expect(await ask(host.socket, "update-room", { maxParticipants: 5 })).toEqual(refused);
  });
});

describe("GET /api/v1/rooms", () => {
  it("pages through all of them, the newest first, also those that come in between", async () => {
    const app = await v1.newApp();
    const made: string[] = [];
    for (let n = 0; n < 7; n++) made.unshift(await app.makeRoom({ metadata: { n } }));
    await app.ask(`/rooms/${made[3]}`, { method: "DELETE" });
    const seen: AppRoom[] = [];
    let cursor = "";
    for (let pages = 0; pages < 10; pages++) {
      const answer = await app.ask(`/rooms?limit=3${cursor}`);
      expect(answer.status, answer.text).toBe(200);
      const { rooms, nextCursor } = answer.body as unknown as AppRoomPage;
      seen.push(...rooms);
      if (nextCursor === undefined) break;
      cursor = `&cursor=${nextCursor}`;
      await app.makeRoom();
    }
    expect(seen.map(({ roomId }) => roomId).toSorted()).toEqual(made.toSorted());
    expect(seen.map(({ createdAt }) => createdAt)).toEqual(
      seen.map(({ createdAt }) => createdAt).toSorted((a, b) => b.localeCompare(a)),
    );
    expect(seen.find(({ roomId }) => roomId === made[3])).toMatchObject({ status: "ended", endedAt: isoTime });
  });

  it("counts who is in them", async () => {
    const app = await v1.newApp();
    const roomId = await app.makeRoom();
    await app.enter(roomId, { userId: "ann" });
    expect((await app.ask("/rooms")).body).toEqual({
      rooms: [newRoom(roomId, { status: "active", participants: 1 })],
    });
  });

  it.each(["limit=0", "limit=101", "limit=x", "cursor=", "cursor=nonsense", "cursor=MS4", "other=1"])(
    "BAD_REQUEST for ?%s",
    async (query) => {
      expect(await v1.acme.ask(`/rooms?${query}`)).toMatchObject({
        status: 400,
        body: { error: refusalOf("BAD_REQUEST") },
      });
    },
  );
});
