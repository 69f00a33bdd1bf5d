import { errors } from "@chamcall/protocol";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "./helpers/http.ts";
import { junk, nearly } from "./helpers/junk.ts";
import { closePairingClients, joinAsPair, openPairingClient, type PairingClient } from "./helpers/pairing-client.ts";
import { candidate } from "./helpers/signals.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

// Whatever comes in: the socket stays up, or is closed with a code and a reason; and nothing of a room one isn't in.

const SECRET = "the-secret-room";
const bounded = { seed: 20_260, numRuns: 100 };

let server: TestServer;
let witnesses: PairingClient[];
beforeAll(async () => {
  server = await startServer({ MESSAGE_RATE: "1000000" });
  witnesses = await joinAsPair(server.url, SECRET);
});
afterEach(async () => {
  for (const { send, events } of witnesses) {
    send("ping");
    await events.next("pong");
    expect(new Set(events.names)).toEqual(new Set(["connected", "room_joined", "room_ready", "pong"]));
  }
  expect((await call(`${server.url}/health`)).status).toBe(200);
});
afterAll(async () => {
  closePairingClients();
  await server.close();
});

const ownRoom = () => `fuzz-${crypto.randomUUID()}`;

/** Sends something, then a ping; whatever was heard until its pong. Also proves that the socket is still up. */
async function answersTo({ send, events }: PairingClient, act: () => void) {
  const before = events.all.length;
  act();
  send("ping");
  await events.next("pong");
  return events.all.slice(before);
}

function expectHarmless(heard: readonly { name: string; data: unknown }[]): void {
  const text = JSON.stringify(heard);
  for (const secret of [SECRET, "node_modules", "    at "]) expect(text).not.toContain(secret);
  for (const { name, data } of heard) {
    if (name !== "error") continue;
    const { code, message } = data as { code: string; message: string };
    expect(Object.keys(errors)).toContain(code);
    expect(code).not.toBe("INTERNAL");
    expect(message).toMatch(/\w/);
  }
}

const roomId = fc.constantFrom("fuzz", "", "a b", "../x", "x".repeat(129));
const text = fc.string({ maxLength: 200 });
const sdp = fc.oneof(text, fc.constantFrom("v=0", "x".repeat(48 * 1024), "x".repeat(48 * 1024 + 1)));

const fields: Record<string, fc.Arbitrary<unknown>> = {
  join_room: nearly({ roomId, password: text }),
  leave_room: nearly({}),
  webrtc_offer: nearly({ sdp }),
  webrtc_answer: nearly({ sdp }),
  ice_candidate: nearly({
    candidate: nearly({
      candidate: text,
      sdpMLineIndex: fc.oneof(fc.integer(), fc.constant(null)),
      sdpMid: fc.oneof(text, fc.constant(null)),
    }),
  }),
  ping: nearly({}),
};

const frameOf = (type: string, body: unknown) =>
  JSON.stringify(typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body, type } : body);

describe("messages", () => {
  it.each(Object.entries(fields))("%s, in a room and outside of one", async (type, body) => {
    let outside = await openPairingClient(server.url);
    let [inside, other] = await joinAsPair(server.url, ownRoom());
    await fc.assert(
      fc.asyncProperty(body, async (given) => {
        const frame = frameOf(type, given) ?? "";
        if (Buffer.byteLength(frame) > 64 * 1024) return;
        expectHarmless(await answersTo(outside, () => outside.socket.send(frame)));
        expectHarmless(await answersTo(inside, () => inside.socket.send(frame)));
        if (type === "join_room") outside = await openPairingClient(server.url);
        if (type === "leave_room") [inside, other] = await joinAsPair(server.url, ownRoom());
      }),
      { ...bounded, numRuns: 60 },
    );
    expectHarmless(other.events.all);
    for (const { name, data } of other.events.all) {
      if (name === "webrtc_offer" || name === "webrtc_answer") expect(data).toEqual({ sdp: expect.any(String) });
      if (name === "ice_candidate") expect(data).toMatchObject({ candidate: { candidate: expect.any(String) } });
    }
  });

  it("types that nobody knows", async () => {
    const client = await openPairingClient(server.url);
    const type = fc.oneof(
      fc.string({ maxLength: 300, unit: "binary" }),
      fc.constantFrom("__proto__", "toString", "constructor"),
    );
    await fc.assert(
      fc.asyncProperty(type, junk, async (name, body) => {
        fc.pre(!Object.hasOwn(fields, name));
        const frame = JSON.stringify({ type: name, data: body });
        const heard = await answersTo(client, () => client.socket.send(frame));
        expect(heard.map(({ data }) => data)).toContainEqual({ code: "UNKNOWN_EVENT", message: expect.any(String) });
      }),
      bounded,
    );
  });

  it("text and bytes that are no message", async () => {
    const client = await openPairingClient(server.url);
    const frame = fc.oneof(
      fc.string({ maxLength: 200, unit: "binary" }).filter((given) => !given.includes("type")),
      fc.uint8Array({ maxLength: 200 }).map((given) => Buffer.from(given)),
      fc.constantFrom("[".repeat(60_000), '{"a":'.repeat(12_000), `"${"\\u0000".repeat(5000)}"`, " ", "\u0000"),
      fc
        .jsonValue()
        .map((value) => JSON.stringify(value))
        .filter((given) => !given.includes("type")),
    );
    await fc.assert(
      fc.asyncProperty(frame, async (given) => {
        const heard = await answersTo(client, () => client.socket.send(given, { binary: typeof given !== "string" }));
        expect(heard.map(({ name }) => name)).toEqual(["error", "pong"]);
        expect(heard[0]?.data).toMatchObject({ code: "BAD_REQUEST" });
      }),
      bounded,
    );
  });
});

describe("frames", () => {
  it("a message in any number of pieces, with pings between them, is one message", async () => {
    const [client, other] = await joinAsPair(server.url, ownRoom());
    const cuts = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.boolean(), async (at, pings) => {
        const frame = Buffer.from(JSON.stringify({ type: "ice_candidate", candidate: candidate(7) }));
        const edges = [0, ...at.map((n) => n % frame.length).sort((a, b) => a - b), frame.length];
        for (const [n, edge] of edges.slice(1).entries()) {
          const isLast = n === edges.length - 2;
          client.socket.send(frame.subarray(edges[n], edge), { binary: false, fin: isLast });
          if (pings && !isLast) client.socket.ping();
        }
        expect(await other.events.next("ice_candidate")).toEqual({ candidate: candidate(7) });
      }),
      bounded,
    );
  });

  it("a message too large, in one piece or many, is closed with 1009 and a reason", async () => {
    const size = fc.integer({ min: 64 * 1024 + 1, max: 300_000 });
    await fc.assert(
      fc.asyncProperty(size, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (bytes, pieces, binary) => {
        const { socket, events } = await openPairingClient(server.url);
        const piece = Buffer.alloc(Math.ceil(bytes / pieces), "x");
        for (let n = 1; n <= pieces; n++) socket.send(piece, { binary, fin: n === pieces });
        expect(await events.ended).toMatch(/^1009 \w/);
      }),
      { ...bounded, numRuns: 25 },
    );
  });

  it("endless empty pieces are closed with 1008 and a reason", async () => {
    const { socket, events } = await openPairingClient(server.url);
    for (let n = 0; n < 20_000; n++) socket.send("", { fin: false });
    expect(await events.ended).toMatch(/^1008 \w/);
  });

  it("bytes that are no frames are closed with a code and a reason", async () => {
    const bytes = fc.uint8Array({ minLength: 2, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => {
        const client = await openPairingClient(server.url);
        // What claims to be a long frame gets its bytes; those behind it are none.
        const wire: { write(what: Buffer): void } = Reflect.get(client.socket, "_socket");
        wire.write(Buffer.concat([given, Buffer.alloc(70_000, 0xff)]));
        const ended = await client.events.ended;
        const [code = "", ...reason] = ended.split(" ");
        // 1006: the connection was lost without a word.
        expect(code).not.toBe("1006");
        if (["1002", "1007", "1008", "1009"].includes(code)) expect(reason.join(" ")).toMatch(/\w/);
      }),
      bounded,
    );
  });
});

it("a client that sends faster than it may is told so, and stays", async () => {
  const own = await startServer({ MESSAGE_RATE: "10" });
  const client = await openPairingClient(own.url);
  for (let n = 0; n < 300; n++) client.socket.send(n % 2 ? "{" : '{"type":"ping"}');
  expect(await client.events.next("error", ({ code }) => code === "RATE_LIMITED")).toMatchObject({
    retryAfterMs: expect.any(Number),
  });
  expect(client.socket.readyState).toBe(client.socket.OPEN);
  await own.close();
});
