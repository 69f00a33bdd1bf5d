import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "./helpers/http.ts";
import { junk, nearly } from "./helpers/junk.ts";
import { pairingRest, pairUp } from "./helpers/pairing-rest.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

// Whatever comes in: an answer of the spec, no fault of ours, and nothing of others' codes and rooms.

const bounded = { seed: 20_260, numRuns: 100 };
const HIDDEN = "hidden-device";

let server: TestServer;
let hiddenRoom: string;
beforeAll(async () => {
  // With the lobby open, what can't be read on the shared paths is its to answer.
  server = await startServer({ TRUST_PROXY: "127.0.0.1", DIALECTS: "pairing" });
  hiddenRoom = await pairUp(pairingRest(server.url), "hidden-code", HIDDEN, HIDDEN);
});
afterEach(async () => {
  expect((await pairingRest(server.url).room(hiddenRoom)).body).toMatchObject({ client1: HIDDEN });
});
afterAll(() => server.close());

/** Everyone of their own, so that nobody is made to wait for another's guesses. */
let visits = 0;
function visitor() {
  visits += 1;
  return pairingRest(server.url, `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}`);
}

const STATUS_OF: Record<string, number> = {
  missing_field: 400,
  invalid_field: 400,
  not_found: 404,
  not_found_or_expired: 404,
  conflict: 409,
};

function expectAnswer({ status, body, text }: Answer, successes: readonly number[]): void {
  for (const secret of [HIDDEN, hiddenRoom, "SQLITE", "node_modules", "    at "]) expect(text).not.toContain(secret);
  if (successes.includes(status)) return;
  expect(body).toEqual({ error: expect.any(String), message: expect.stringMatching(/\w/) });
  expect(Object.keys(STATUS_OF)).toContain(body.error);
  expect([status, status === 413]).toContain(status === 413 || STATUS_OF[String(body.error)]);
}

const id = fc.oneof(
  fc.constantFrom("code", "code-2", "client1", "client2", "x".repeat(128), "x".repeat(129), "' or 1=1 --", "%", "_"),
  fc.string({ maxLength: 140, unit: "binary" }),
);
const exp = fc.oneof(
  fc.constantFrom("2030-01-01T00:00:00Z", "2030-01-01", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", ""),
  fc.date({ noInvalidDate: false }).map((date) => (Number.isNaN(date.getTime()) ? "Invalid Date" : date.toISOString())),
  fc.string({ maxLength: 40 }),
);

/** A body with at least one of pairing's fields, so that the lobby has no part in it. */
const pending = fc
  .tuple(nearly({ joinid: id, exp, client1: id }), fc.constantFrom("joinid", "exp", "client1"), junk)
  .map(([body, field, value]) =>
    typeof body === "object" &&
    body !== null &&
    !Array.isArray(body) &&
    ["joinid", "exp", "client1"].some((name) => Object.hasOwn(body, name))
      ? body
      : { [field]: value },
  );

const routes: [string, string, fc.Arbitrary<unknown>, number[]][] = [
  ["POST", "/api/rooms", pending, [201]],
  ["POST", "/api/rooms/accept", nearly({ joinid: id, client2: id }), [200]],
  ["POST", "/api/rooms/check", nearly({ joinid: id, client1: id }), [200, 204]],
  ["DELETE", "/api/rooms", nearly({ roomid: id }), [200]],
  ["POST", "/api/user/purge", nearly({ deviceId: id }), [200]],
];

describe("bodies", () => {
  it.each(routes)("%s %s", async (method, path, body, successes) => {
    await fc.assert(
      fc.asyncProperty(body, async (json) => {
        fc.pre(json !== undefined);
        expectAnswer(await visitor().send(method, path, json), successes);
      }),
      bounded,
    );
  });

  it.each(routes)("%s %s as something else", async (method, path, _, successes) => {
    const type = fc.constantFrom("application/json", "text/plain", "multipart/form-data", "application/json; x", "x");
    const body = fc.oneof(
      fc.constantFrom("{", "", "[", "null", '{"joinid":', `${"[".repeat(20_000)}`, '{"joinid":"a","__proto__":{}}'),
      fc.string({ maxLength: 100, unit: "binary" }),
    );
    await fc.assert(
      fc.asyncProperty(type, body, async (contentType, what) => {
        const response = await fetch(`${server.url}${path}`, {
          method,
          body: what,
          headers: { "content-type": contentType, "x-forwarded-for": "10.255.0.1" },
        });
        const text = await response.text();
        if (successes.includes(response.status)) return;
        expect(response.status).toBeLessThan(500);
        expect(JSON.parse(text)).toMatchObject({ error: expect.anything() });
      }),
      bounded,
    );
  });
});

it("GET /api/rooms?roomid", async () => {
  const query = fc.oneof(
    id.map((value) => `roomid=${encodeURIComponent(value.toWellFormed())}`),
    fc.constantFrom("roomid", "roomid=", "roomid=a&roomid=b", "roomid=%zz", "roomid=%ff", "roomid[]=a", "roomid=%00"),
  );
  await fc.assert(
    fc.asyncProperty(query, async (text) => {
      const answer = await visitor().send("GET", `/api/rooms?${text}`);
      // "roomid[]" is another key.
      if (!text.startsWith("roomid[")) expectAnswer(answer, [200]);
    }),
    bounded,
  );
});

it("any sequence of calls by two devices ends in an answer of the spec", async () => {
  const device = fc.constantFrom("client1", "client2");
  const code = fc.constantFrom("a", "b");
  const step = fc.oneof(
    fc.tuple(fc.constant("create" as const), code, device),
    fc.tuple(fc.constant("accept" as const), code, device),
    fc.tuple(fc.constant("check" as const), code, device),
    fc.tuple(fc.constant("purge" as const), code, device),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const rest = visitor();
      const prefix = crypto.randomUUID();
      /** The code's owner and, once accepted, its room: what the spec says must happen. */
      const model = new Map<string, { owner: string; partner?: string; room?: string }>();
      for (const [action, joinid, who] of steps) {
        const [name, own] = [`${prefix}-${joinid}`, `${prefix}-${who}`];
        const known = model.get(joinid);
        switch (action) {
          case "create": {
            const { status } = await rest.create(name, { client1: own });
            expect(status).toBe(known ? 409 : 201);
            if (!known) model.set(joinid, { owner: own });
            break;
          }
          case "accept": {
            const { status, body } = await rest.accept(name, own);
            expect(status).toBe(known ? (known.room ? 409 : 200) : 404);
            if (known && !known.room) Object.assign(known, { partner: own, room: String(body.roomid) });
            break;
          }
          case "check": {
            const { status, body } = await rest.check(name, own);
            expect(status).toBe(known?.owner === own ? (known.room ? 200 : 204) : 404);
            if (status !== 200) break;
            expect(body).toEqual({ roomid: known?.room });
            model.delete(joinid);
            break;
          }
          case "purge": {
            const gone = [...model].filter(([, { owner, partner }]) => owner === own || partner === own);
            const { body } = await rest.purge(own);
            expect(body).toMatchObject({ ok: true, pendingsDeleted: gone.length });
            for (const [key] of gone) model.delete(key);
            break;
          }
        }
      }
    }),
    { ...bounded, numRuns: 60 },
  );
});
