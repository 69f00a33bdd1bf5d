import type { requests } from "@chamcall/protocol";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectAcknowledged } from "./helpers/expect-acknowledged.ts";
import { call } from "./helpers/http.ts";
import { bytes, junk, nearly } from "./helpers/junk.ts";
import { joinNatively, type NativeClient, refusedHandshake } from "./helpers/native-client.ts";
import { openPolling } from "./helpers/polling.ts";
import { joinAsRoomsClient, openRoomsClient, type RoomsClient } from "./helpers/rooms-client.ts";
import { answer, candidate, offer } from "./helpers/signals.ts";
import { ask, closeSockets } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";
import { connectUser, signInAndConnect } from "./helpers/user-client.ts";

// Whatever comes in: an answer, no fault of ours, and nothing of a room one isn't in.

const SECRET = "the-secret-room";
const HIDDEN = "hidden-member";
const bounded = { seed: 20_260, numRuns: 60 };

let server: TestServer;
let secretKey: string;
let witness: NativeClient;
beforeAll(async () => {
  server = await startServer({ MESSAGE_RATE: "1000000" });
  witness = await joinNatively(server.url, SECRET, { userId: HIDDEN, displayName: HIDDEN });
  secretKey = witness.joined.resumeKey;
  await witness.request("set-room-password", { password: "hunter2-hunter2", hint: "a-hint" });
});
afterEach(async () => {
  expect(await witness.request("set-media", { audio: true })).toEqual({ ok: true });
  expect(witness.events.names).toEqual(["joined-room", "room-updated"]);
  expect((await call(`${server.url}/health`)).status).toBe(200);
});
afterAll(async () => {
  closeSockets();
  await server.close();
});

function expectHarmless(heard: unknown): void {
  const text = JSON.stringify(heard) ?? "";
  for (const secret of [HIDDEN, secretKey, "hunter2", "argon2", "INTERNAL", "node_modules", "    at "]) {
    expect(text).not.toContain(secret);
  }
}

/** What one test does to its room must not hinder the next. */
const ownRoom = () => `fuzz-${crypto.randomUUID()}`;

const userId = fc.constantFrom("u", "v", "ann", "host", "");
const roomId = fc.constantFrom("fuzz", "fuzz-2", "", "a b", "../x");
const text = fc.string({ maxLength: 200 });
const signal = fc.constantFrom<unknown>(offer, answer, candidate(1), null, { type: "offer" });
const seq = fc.constantFrom<unknown>(undefined, 1, 2, -1, 0.5, 1e308, "1", null, {});

const nativeData: Record<keyof typeof requests, fc.Arbitrary<unknown>> = {
  "webrtc-offer": nearly({ to: userId, offer: signal }),
  "webrtc-answer": nearly({ to: userId, answer: signal }),
  "ice-candidate": nearly({ to: userId, candidate: signal }),
  "set-media": nearly({ audio: fc.boolean(), video: fc.boolean(), screen: fc.boolean() }),
  "set-room-password": junk,
  "clear-room-password": nearly({}),
  "update-room": nearly({ maxParticipants: fc.integer(), allowScreenShare: fc.boolean() }),
  "remove-participant": nearly({ userId }),
  "renew-credentials": nearly({}),
  "leave-room": junk,
  "watch-users": nearly({}),
  "call-invite": nearly({ to: userId, video: fc.boolean() }),
  "call-accept": nearly({ callId: text }),
  "call-decline": nearly({ callId: text }),
  "call-cancel": nearly({ callId: text }),
  "call-end": nearly({ callId: text }),
};

const roomsData: Record<string, fc.Arbitrary<unknown>> = {
  join_room: nearly({ roomId, userId, displayName: text, password: text, ownerKey: text }),
  leave_room: nearly({ roomId, userId }),
  offer: nearly({ targetId: userId, payload: signal, roomId }),
  answer: nearly({ targetId: userId, payload: signal, roomId }),
  ice_candidate: nearly({ targetId: userId, payload: signal, roomId }),
  toggle_video: nearly({ userId, enabled: fc.boolean() }),
  toggle_audio: nearly({ userId, enabled: fc.boolean() }),
  set_room_password: junk,
  clear_room_password: nearly({ roomId }),
};

function expectReply(body: unknown): void {
  expectHarmless(body);
  expectAcknowledged(body);
}

describe("native events", () => {
  it.each(Object.entries(nativeData))("%s", async (name, data) => {
    let client = await joinNatively(server.url, ownRoom());
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 6, arbitrary: data }, { weight: 1, arbitrary: bytes }),
        seq,
        async (body, n) => {
          if (!client.socket.connected) client = await joinNatively(server.url, ownRoom());
          expectReply(await ask(client.socket, name, body, ...(n === undefined ? [] : [n])));
        },
      ),
      bounded,
    );
    expectHarmless(client.events.all);
  });

  it.each(Object.entries(nativeData))("%s, of a user who is online", async (name, data) => {
    const userId = `user-${crypto.randomUUID()}`;
    let client = await signInAndConnect(server.url, userId);
    const { identity } = client;
    await fc.assert(
      fc.asyncProperty(data, async (body) => {
        if (!client.socket.connected) client = await connectUser(server.url, identity);
        expectReply(await ask(client.socket, name, body));
      }),
      bounded,
    );
    expectHarmless(client.events.all);
  });

  it("names that nobody knows", async () => {
    const client = await joinNatively(server.url, ownRoom());
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), junk, async (name, body) => {
        fc.pre(
          !["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"].includes(name),
        );
        expectReply(await ask(client.socket, name, body));
      }),
      bounded,
    );
  });

  it("the handshake", async () => {
    const { token } = client(await joinNatively(server.url, ownRoom()));
    const auth = nearly({
      token: fc.constantFrom<unknown>(`${token.slice(0, -2)}xx`, "", "a.b.c", secretKey),
      resume: nearly({ key: text, seq: fc.integer() }),
      media: nearly({ audio: fc.boolean(), video: fc.boolean(), screen: fc.boolean() }),
      instanceId: text,
      type: fc.constantFrom("join", "leave"),
      roomId: fc.constant(SECRET),
    });
    await fc.assert(
      fc.asyncProperty(auth, async (body) => {
        fc.pre(typeof body === "object" && body !== null);
        const refusal = await refusedHandshake(server.url, body as object);
        expectHarmless(refusal);
        expect(["BAD_REQUEST", "UNAUTHORIZED"]).toContain(refusal.code);
      }),
      { ...bounded, numRuns: 40 },
    );
  });
});

const client = ({ entry }: NativeClient) => entry;

describe("rooms events", () => {
  async function exercise(open: () => Promise<RoomsClient>, name: string, data: fc.Arbitrary<unknown>) {
    let rooms = await open();
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 6, arbitrary: data }, { weight: 1, arbitrary: bytes }), async (body) => {
        if (!rooms.socket.connected) rooms = await open();
        expectReply(await rooms.ask(name, body));
      }),
      bounded,
    );
    expectHarmless(rooms.events.all);
  }

  it.each(Object.entries(roomsData))("%s in a room", async (name, data) => {
    await exercise(() => joinAsRoomsClient(server.url, { roomId: ownRoom(), userId: "u" }), name, data);
  });

  it.each(Object.entries(roomsData))("%s outside of one", async (name, data) => {
    await exercise(() => openRoomsClient(server.url), name, data);
  });

  it("join_room to the secret room", async () => {
    const rooms = await openRoomsClient(server.url);
    await fc.assert(
      fc.asyncProperty(nearly({ password: text, ownerKey: text, userId, displayName: text }), async (body) => {
        const join = { userId: "x", displayName: "x", ...(typeof body === "object" ? body : {}), roomId: SECRET };
        const answered = await rooms.ask("join_room", join);
        expectReply(answered);
        expect(answered).toMatchObject({ ok: false });
      }),
      bounded,
    );
    expectHarmless(rooms.events.all);
  });
});

describe("packets below the protocol", () => {
  it("end at most their own connection", async () => {
    const packet = fc.oneof(
      fc.string({ maxLength: 50 }),
      fc.string({ maxLength: 50 }).map((rest) => `4${rest}`),
      fc.string({ maxLength: 50 }).map((rest) => `42${rest}`),
      fc.constantFrom(
        "40",
        "41",
        "40/admin,",
        "42[]",
        "42[1]",
        '42["error"]',
        '42["connect"]',
        "43",
        '45-["x"]',
        "451-[]",
        '451-["x",{"_placeholder":true,"num":9}]',
        "44{}",
        "1",
        "2",
        "3",
        "5",
        "6",
        "b",
        "bAAAA",
        "49",
        '42{"a":1}',
        `42${"[".repeat(5000)}`,
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("/ws", "/socket.io"),
        fc.array(packet, { maxLength: 6 }),
        async (path, packets) => {
          const polling = await openPolling(server.url, path);
          await polling.send("40", ...packets);
        },
      ),
      bounded,
    );
  });
});

describe("routes", () => {
  it("POST /room/:roomId/join", async () => {
    const body = nearly({ displayName: text, password: text, userId, ownerKey: text });
    const rooms = fc.constantFrom("fuzz", SECRET, "a b", "%zz", "..", "x".repeat(200));
    await fc.assert(
      fc.asyncProperty(rooms, body, async (room, json) => {
        const answered = await call(`${server.url}/room/${room}/join`, { json });
        expect(answered.status).toBeLessThan(500);
        if (room === SECRET) expect(answered.status).not.toBe(200);
        expectHarmless(answered.text);
        if (answered.status !== 200) expect(answered.body).toMatchObject({ error: { code: expect.any(String) } });
      }),
      bounded,
    );
  });

  it("POST /user/:userId/sign-in", async () => {
    const body = nearly({ displayName: text, userKey: text });
    const users = fc.constantFrom("fuzz", "a b", "%zz", "..", "x".repeat(200), "%00", "__proto__");
    await fc.assert(
      fc.asyncProperty(users, body, async (user, json) => {
        const answered = await call(`${server.url}/user/${user}/sign-in`, { json });
        expect(answered.status).toBeLessThan(500);
        expectHarmless(answered.text);
        if (answered.status !== 200) expect(answered.body).toMatchObject({ error: { code: expect.any(String) } });
      }),
      bounded,
    );
  });

  it("any path, method and body", async () => {
    const segment = fc.oneof(
      fc.constantFrom(
        "room",
        "meta",
        "join",
        "health",
        "user",
        "sign-in",
        "api",
        "rooms",
        "users",
        "accept",
        "purge",
        "ws",
        "socket.io",
        "..",
        "%00",
        "%2e%2e",
        "assets",
        SECRET,
      ),
      fc.string({ maxLength: 20 }).map(encodeURIComponentSafely),
    );
    const path = fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join("/")}`);
    const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");
    const type = fc.constantFrom("application/json", "text/plain", "multipart/form-data", "");
    await fc.assert(
      fc.asyncProperty(path, method, type, fc.string({ maxLength: 100 }), async (where, how, contentType, what) => {
        const bodiless = how === "GET" || how === "HEAD";
        const answered = await call(`${server.url}${where}`, {
          method: how,
          headers: contentType === "" || bodiless ? {} : { "content-type": contentType },
          ...(bodiless ? {} : { body: what }),
        });
        expect(answered.status).toBeLessThan(500);
        expectHarmless(answered.text);
      }),
      { ...bounded, numRuns: 150 },
    );
  });
});

function encodeURIComponentSafely(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
