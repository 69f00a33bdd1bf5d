import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectAcknowledged } from "./helpers/expect-acknowledged.ts";
import { call } from "./helpers/http.ts";
import { bytes, junk, nearly } from "./helpers/junk.ts";
import { joinAsLobbyClient, type LobbyClient, openLobbyClient } from "./helpers/lobby-client.ts";
import { joinNatively, type NativeClient } from "./helpers/native-client.ts";
import { plantRooms } from "./helpers/plant-rooms.ts";
import { answer, candidate, offer } from "./helpers/signals.ts";
import { closeSockets } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

// Whatever comes in by the lobby: an answer, no fault of ours, and nothing of a room one isn't in.

const SECRET = "the-secret-room";
const UNLISTED = "an-unlisted-room";
const INVITED = "a-calls-room";
const HIDDEN = "hidden-member";
const bounded = { seed: 20_260, numRuns: 60 };

let server: TestServer;
let ownerKey: string;
let witness: NativeClient;
beforeAll(async () => {
  server = await startServer({ MESSAGE_RATE: "1000000" });
  await plantRooms(server, [
    { roomId: UNLISTED, visibility: "unlisted" },
    { roomId: INVITED, visibility: "invited" },
  ]);
  witness = await joinNatively(server.url, SECRET, { userId: HIDDEN, displayName: HIDDEN });
  ownerKey = witness.entry.ownerKey ?? "";
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
  for (const secret of [HIDDEN, UNLISTED, ownerKey, "hunter2", "argon2", "INTERNAL", "node_modules", "    at "]) {
    expect(text).not.toContain(secret);
  }
}

function expectReply(body: unknown): void {
  expectHarmless(body);
  expectAcknowledged(body);
}

const to = fc.constantFrom("u", HIDDEN, "u_AAAAAAAAAAAA", "");
const roomId = fc.constantFrom("fuzz", "fuzz-2", "", "a b", "../x");
const text = fc.string({ maxLength: 200 });
const signal = fc.constantFrom<unknown>(offer, answer, candidate(1), null, { type: "offer" });

const events: Record<string, fc.Arbitrary<unknown>> = {
  "join-room": nearly({ roomId, username: text, password: text, ownerKey: text, userId: to }),
  "leave-room": junk,
  "webrtc-offer": nearly({ to, offer: signal, from: to }),
  "webrtc-answer": nearly({ to, answer: signal }),
  "ice-candidate": nearly({ to, candidate: signal }),
};

describe("lobby events", () => {
  async function exercise(open: () => Promise<LobbyClient>, name: string, data: fc.Arbitrary<unknown>) {
    let lobby = await open();
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 6, arbitrary: data }, { weight: 1, arbitrary: bytes }), async (body) => {
        if (!lobby.socket.connected) lobby = await open();
        expectReply(await lobby.ask(name, body));
      }),
      bounded,
    );
    expectHarmless(lobby.events.all);
  }

  it.each(Object.entries(events))("%s in a room", async (name, data) => {
    await exercise(() => joinAsLobbyClient(server.url, { roomId: `fuzz-${crypto.randomUUID()}` }), name, data);
  });

  it.each(Object.entries(events))("%s outside of one", async (name, data) => {
    await exercise(() => openLobbyClient(server.url), name, data);
  });

  it("several bodies at once", async () => {
    const lobby = await joinAsLobbyClient(server.url, { roomId: `fuzz-${crypto.randomUUID()}` });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(events)),
        fc.array(junk, { maxLength: 4 }),
        async (name, bodies) => {
          expectReply(await lobby.ask(name, ...bodies));
        },
      ),
      bounded,
    );
  });

  it("join-room to the secret room", async () => {
    const lobby = await openLobbyClient(server.url);
    await fc.assert(
      fc.asyncProperty(nearly({ password: text, ownerKey: text, username: text }), async (body) => {
        const join = { username: "x", ...(typeof body === "object" ? body : {}), roomId: SECRET };
        const answered = await lobby.ask("join-room", join);
        expectReply(answered);
        expect(answered).toMatchObject({ ok: false });
      }),
      bounded,
    );
    expectHarmless(lobby.events.all);
  });
});

describe("lobby routes", () => {
  const expectAnswer = ({ status, text, body }: Awaited<ReturnType<typeof call>>) => {
    expect(status, text).toBeLessThan(500);
    expectHarmless(text);
    if (status >= 400) expect(body).toMatchObject({ error: expect.anything() });
  };

  it("POST /api/rooms", async () => {
    const body = nearly({ name: text, joinid: fc.constant(undefined), password: text });
    await fc.assert(
      fc.asyncProperty(body, async (json) => {
        const answered = await call(`${server.url}/api/rooms`, { json: json ?? null });
        expectAnswer(answered);
        if (answered.status < 400) expect(answered.body).toMatchObject({ name: (json as { name: string }).name });
      }),
      bounded,
    );
  });

  it("POST /api/rooms with what is no JSON", async () => {
    const type = fc.constantFrom("application/json", "text/plain", "multipart/form-data; boundary=x", "");
    await fc.assert(
      fc.asyncProperty(
        type,
        fc.oneof(text, fc.constantFrom("{", '{"name":"x"', "[", "\u0000", "NaN")),
        async (how, body) => {
          const headers = how === "" ? undefined : { "content-type": how };
          const answered = await call(`${server.url}/api/rooms`, {
            method: "POST",
            body,
            ...(headers ? { headers } : {}),
          });
          expectAnswer(answered);
          expect(answered.status).toBe(400);
        },
      ),
      bounded,
    );
  });

  it("GET /api/rooms with any query", async () => {
    const key = fc.oneof(fc.constantFrom("limit", "roomid", "limit[]", "__proto__"), text);
    const value = fc.oneof(fc.constantFrom("1", "1000", "1001", "-1", "1e3", "Infinity", SECRET, UNLISTED), text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, value), { maxLength: 4 }), async (pairs) => {
        expectAnswer(await call(`${server.url}/api/rooms?${new URLSearchParams(pairs)}`));
      }),
      bounded,
    );
  });

  it("GET /api/rooms/:roomId", async () => {
    const id = fc.oneof(fc.constantFrom(SECRET, INVITED, "..", "%00", "%2e%2e", "accept"), text.map(encode));
    await fc.assert(
      fc.asyncProperty(id, async (room) => {
        const answered = await call(`${server.url}/api/rooms/${room}`);
        expect(answered.status).toBeLessThan(500);
        expect(answered.text).not.toContain(HIDDEN);
        if (room === INVITED) expect(answered.status).toBe(404);
        if (room === SECRET) expect(answered.body).not.toHaveProperty("participants");
      }),
      bounded,
    );
  });

  it("GET / and /rooms with any Accept", async () => {
    const range = fc.constantFrom("text/html", "application/json", "*/*", "text/*", "image/png", "nonsense", "");
    const q = fc.constantFrom("", ";q=0", ";q=0.5", ";q=1", ";q=x", ";q=", ";level=1");
    const accept = fc.array(
      fc.tuple(range, q).map((parts) => parts.join("")),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("/", "/rooms", "/users"), accept, async (path, ranges) => {
        const answered = await call(`${server.url}${path}`, { headers: { accept: ranges.join(",") } });
        expect([200, 404]).toContain(answered.status);
        expectHarmless(answered.text);
      }),
      bounded,
    );
  });
});

function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
