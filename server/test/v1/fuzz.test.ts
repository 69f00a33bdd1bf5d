import { errors } from "@chamcall/protocol";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../helpers/http.ts";
import { junk, nearly } from "../helpers/junk.ts";
import type { V1Client } from "../helpers/v1-client.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

// Whatever an app sends: an answer, no fault of ours, and nothing of another app's.

const bounded = { seed: 20_261, numRuns: 80 };
const HIDDEN = "hidden-of-acme";

let v1: V1Server;
let fuzzer: V1Client;
let hidden: string;
let own: string;
beforeAll(async () => {
  v1 = await startV1({ API_RATE: "1000000" });
  fuzzer = await v1.newApp();
  hidden = await v1.acme.makeRoom({ name: HIDDEN, metadata: { HIDDEN } });
  own = await fuzzer.makeRoom();
});
afterEach(async () => {
  expect((await v1.acme.ask(`/rooms/${hidden}`)).body).toMatchObject({ name: HIDDEN, status: "waiting" });
});
afterAll(() => v1.server.close());

function expectAnswer({ status, text, body }: Answer): void {
  expect(status, text).toBeLessThan(500);
  for (const secret of [HIDDEN, "SQLITE", "node_modules", "    at "]) expect(text).not.toContain(secret);
  if (status < 400) return;
  expect(body).toMatchObject({ error: { message: expect.any(String) } });
  expect(Object.keys(errors)).toContain((body as { error: { code: string } }).error.code);
}

const text = fc.string({ maxLength: 60 });
const right = fc.constantFrom<unknown>("ann", "host", 3, true, null, { a: 1 });

describe("bodies", () => {
  it.each([
    ["POST", "/rooms", { metadata: right, createdBy: right, name: text, maxParticipants: right }],
    ["PATCH", "/rooms/:own", { metadata: right, name: text, maxParticipants: right, allowScreenShare: right }],
    ["POST", "/rooms/:own/join", { userId: fc.constantFrom("ann", "bob"), name: text, role: right }],
    ["POST", "/turn/credentials", { ttl: right }],
  ] as const)("%s %s", async (method, path, fields) => {
    await fc.assert(
      fc.asyncProperty(nearly(fields), async (json) => {
        expectAnswer(await fuzzer.ask(path.replace(":own", own), { method, json: json ?? null }));
      }),
      bounded,
    );
  });

  it("that are no JSON", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("application/json", "text/plain", "application/x-www-form-urlencoded"),
        fc.oneof(text, fc.constantFrom("{", "[", "\u0000", '{"__proto__":{}}', "[".repeat(60_000))),
        async (type, body) => {
          expectAnswer(await fuzzer.ask("/rooms", { method: "POST", body, headers: { "content-type": type } }));
        },
      ),
      bounded,
    );
  });

  it("as deep as they can be", async () => {
    for (const levels of [100, 1000, 4000, 8000, 20_000]) {
      const body = `{"metadata":{"a":${"[".repeat(levels)}${"]".repeat(levels)}}}`;
      expectAnswer(
        await fuzzer.ask("/rooms", { method: "POST", body, headers: { "content-type": "application/json" } }),
      );
      expectAnswer(await fuzzer.ask("/rooms"));
    }
  });
});

describe("paths and queries", () => {
  const segment = fc.oneof(
    fc.constantFrom("..", "%00", "%2e%2e", "' or 1=1 --", "%", "_", "x".repeat(200)).map(encode),
    text.map(encode),
  );

  it.each([
    ["GET", ""],
    ["PATCH", ""],
    ["DELETE", ""],
    ["POST", "/join"],
    ["GET", "/status"],
    ["GET", "/sessions"],
    ["DELETE", "/participants/ann"],
  ])("%s /rooms/<anything>%s", async (method, rest) => {
    await fc.assert(
      fc.asyncProperty(segment, async (id) => {
        const json = rest === "/join" ? { json: { userId: "ann" } } : {};
        expectAnswer(await fuzzer.ask(`/rooms/${id}${rest}`, { method, ...json }));
      }),
      bounded,
    );
  });

  it("GET /rooms with any query", async () => {
    const key = fc.oneof(fc.constantFrom("limit", "cursor", "limit[]", "__proto__"), text);
    const cursor = fc.tuple(fc.integer(), text).map(([at, id]) => Buffer.from(`${at}.${id}`).toString("base64url"));
    const value = fc.oneof(fc.constantFrom("1", "100", "1e3", "-1"), cursor, text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, value), { maxLength: 3 }), async (pairs) => {
        expectAnswer(await fuzzer.ask(`/rooms?${new URLSearchParams(pairs)}`));
      }),
      bounded,
    );
  });

  it("any Idempotency-Key", async () => {
    const keys = fc
      .oneof(fc.constantFrom("", "k", "é", "x".repeat(300)), junk.map(String))
      .filter((key) => /^[\x20-\x7e]*$/.test(key));
    await fc.assert(
      fc.asyncProperty(keys, async (key) => {
        if (key.length > 8000) return;
        expectAnswer(await fuzzer.ask("/rooms", { json: {}, headers: { "idempotency-key": key } }));
      }),
      bounded,
    );
  });
});

function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}
