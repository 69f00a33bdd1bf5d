import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inMs, type PairingRest, pairingRest, pairUp } from "../../helpers/pairing-rest.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
let rest: PairingRest;
beforeAll(async () => {
  server = await startServer();
  rest = pairingRest(server.url);
});
afterAll(() => server.close());

const uuid: string = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const problem = (error: string, about = /\w/) => ({ error, message: expect.stringMatching(about) });
const newCode = () => crypto.randomUUID().slice(0, 8);

it("pairing-rest-1: the spec's example sequence", async () => {
  const joinid = newCode();
  const created = await rest.create(joinid, { exp: "2030-01-01T00:00:00Z" });
  expect([created.status, created.body]).toEqual([201, { ok: true }]);
  const early = await rest.check(joinid);
  expect([early.status, early.text]).toEqual([204, ""]);
  const accepted = await rest.accept(joinid);
  expect([accepted.status, accepted.body]).toEqual([200, { roomid: uuid }]);
  const checked = await rest.check(joinid);
  expect([checked.status, checked.body]).toEqual([200, accepted.body]);
  const { roomid } = accepted.body;
  const found = await rest.room(String(roomid));
  expect([found.status, found.body]).toEqual([200, { roomid, client1: "client1", client2: "client2" }]);
});

describe("pairing-rest-2: a field that isn't there is a missing_field, named", () => {
  it.each([
    ["POST", "/api/rooms/accept", { client2: "b" }, /joinid/],
    ["POST", "/api/rooms/accept", { joinid: "a" }, /client2/],
    ["POST", "/api/rooms/accept", { joinid: "", client2: "b" }, /joinid/],
    ["POST", "/api/rooms/accept", {}, /joinid/],
    ["POST", "/api/rooms/check", { client1: "a" }, /joinid/],
    ["POST", "/api/rooms/check", { joinid: "a", client1: null }, /client1/],
    ["POST", "/api/rooms", { joinid: "a" }, /exp/],
    ["POST", "/api/rooms", { joinid: "a", exp: "2030-01-01T00:00:00Z" }, /client1/],
    ["POST", "/api/rooms", { exp: "2030-01-01T00:00:00Z", client1: "a" }, /joinid/],
    ["POST", "/api/rooms", { joinid: "", exp: "", client1: "" }, /joinid/],
    ["DELETE", "/api/rooms", {}, /roomid/],
    ["DELETE", "/api/rooms", undefined, /roomid/],
    ["GET", "/api/rooms?roomid", undefined, /roomid/],
    ["GET", "/api/rooms?roomid=", undefined, /roomid/],
    ["POST", "/api/user/purge", {}, /deviceId/],
    ["POST", "/api/user/purge", undefined, /deviceId/],
  ])("%s %s %j", async (method, path, json, field) => {
    const answer = await rest.send(method, path, json);
    expect([answer.status, answer.body]).toEqual([400, problem("missing_field", field)]);
  });
});

describe("pairing-rest-3: a field of the wrong kind is an invalid_field", () => {
  const exp = "2030-01-01T00:00:00Z";
  it.each([
    ["POST", "/api/rooms", { joinid: 1, exp, client1: "a" }],
    ["POST", "/api/rooms", { joinid: "a", exp, client1: ["a"] }],
    ["POST", "/api/rooms", { joinid: "x".repeat(129), exp, client1: "a" }],
    ["POST", "/api/rooms", { joinid: "a\nb", exp, client1: "a" }],
    ["POST", "/api/rooms", { joinid: "a", exp, client1: "\u0000" }],
    ["POST", "/api/rooms", { joinid: "\ud800", exp, client1: "a" }],
    ["POST", "/api/rooms/accept", { joinid: {}, client2: "a" }],
    ["POST", "/api/rooms/accept", { joinid: "a", client2: true }],
    ["POST", "/api/rooms/accept", []],
    ["POST", "/api/rooms/accept", "joinid"],
    ["POST", "/api/rooms/check", { joinid: "a", client1: 0 }],
    ["DELETE", "/api/rooms", { roomid: 7 }],
    ["GET", "/api/rooms?roomid=a&roomid=b", undefined],
    ["GET", "/api/rooms?roomid=%00", undefined],
    ["POST", "/api/user/purge", { deviceId: ["a"] }],
  ])("%s %s %j", async (method, path, json) => {
    const answer = await rest.send(method, path, json);
    expect([answer.status, answer.body]).toEqual([400, problem("invalid_field")]);
  });

  it.each([
    1893456000,
    "soon",
    "2030-01-01",
    "2030-01-01 00:00:00",
    "2030-01-01T00:00:00",
    "2030-02-30T00:00:00Z",
    "2030-13-01T00:00:00Z",
    "2030-01-01T25:00:00Z",
    "2030-01-01T00:00:00Zz",
    "+012030-01-01T00:00:00Z",
    "9999-12-31T23:59:59-01:00",
    "0000-01-01T00:00:00+01:00",
    "Tue, 01 Jan 2030 00:00:00 GMT",
  ])("exp %j", async (when) => {
    const answer = await rest.send("POST", "/api/rooms", { joinid: newCode(), exp: when, client1: "a" });
    expect([answer.status, answer.body]).toEqual([400, problem("invalid_field", /exp .*2030-01-01T00:00:00Z/)]);
  });

  it.each(["POST", "DELETE"])("a %s body that isn't JSON", async (method) => {
    const path = method === "POST" ? "/api/rooms/accept" : "/api/rooms";
    for (const [type, body] of [
      ["application/json", "{"],
      ["application/json", '{"__proto__": {"joinid": "a"}}'],
      ["text/plain", "joinid=a"],
      ["application/x-www-form-urlencoded", "joinid=a&client2=b"],
    ] as const) {
      const response = await fetch(`${server.url}${path}`, { method, body, headers: { "content-type": type } });
      expect([response.status, await response.json()]).toEqual([400, problem("invalid_field")]);
    }
  });

  it("a body over 64 KB is a 413", async () => {
    const answer = await rest.accept("x".repeat(70_000));
    expect([answer.status, answer.body]).toEqual([413, problem("invalid_field")]);
  });
});

it.each([
  "2030-01-01T00:00:00Z",
  "2030-01-01T00:00Z",
  "2030-01-01T00:00:00.123456Z",
  "2030-01-01T02:00:00+02:00",
  "9999-12-31T23:59:59.999Z",
])("pairing-rest-4: exp may be written as %s", async (exp) => {
  const joinid = newCode();
  expect((await rest.create(joinid, { exp })).status).toBe(201);
  expect((await rest.check(joinid)).status).toBe(204);
});

it("pairing-rest-5: an exp in the past is taken, and then not found", async () => {
  for (const exp of [inMs(-1), "1999-12-31T23:59:59Z", "0000-01-01T00:00:00Z"]) {
    const joinid = newCode();
    expect((await rest.create(joinid, { exp })).status).toBe(201);
    expect(await rest.check(joinid)).toMatchObject({ status: 404, body: problem("not_found_or_expired") });
    expect(await rest.accept(joinid)).toMatchObject({ status: 404, body: problem("not_found_or_expired") });
  }
});

it("pairing-rest-6: a live code can't be made again, an expired one can", async () => {
  const joinid = newCode();
  await rest.create(joinid, { exp: inMs(-1) });
  expect((await rest.create(joinid, { client1: "second" })).status).toBe(201);
  const again = await rest.create(joinid, { client1: "third" });
  expect([again.status, again.body]).toEqual([409, problem("conflict")]);
  await rest.accept(joinid);
  expect((await rest.create(joinid, { client1: "third" })).status).toBe(409);
  expect((await rest.check(joinid, "second")).status).toBe(200);
  expect((await rest.create(joinid, { client1: "third" })).status).toBe(201);
});

it("pairing-rest-7: an unknown code is not_found_or_expired", async () => {
  for (const answer of [await rest.accept(newCode()), await rest.check(newCode())]) {
    expect([answer.status, answer.body]).toEqual([404, problem("not_found_or_expired")]);
  }
});

describe("pairing-rest-8: a code is accepted once", () => {
  it("the second is a conflict, whoever it is", async () => {
    const joinid = newCode();
    await pairUp(rest, joinid);
    for (const client2 of ["client2", "client3"]) {
      const again = await rest.accept(joinid, client2);
      expect([again.status, again.body]).toEqual([409, problem("conflict")]);
    }
  });

  it.each([1, 2, 3])("of 50 at once one gets the room, round %i", async () => {
    const joinid = newCode();
    await rest.create(joinid);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => rest.accept(joinid, `device ${n}`)));
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    const { body } = await rest.check(joinid);
    expect(body).toEqual(answers[winner]?.body);
    expect((await rest.room(String(body.roomid))).body).toMatchObject({ client2: `device ${winner}` });
  });
});

describe("pairing-rest-9: check tells the room once", () => {
  it("and knows nothing then", async () => {
    const joinid = newCode();
    await pairUp(rest, joinid);
    expect((await rest.check(joinid)).status).toBe(200);
    const again = await rest.check(joinid);
    expect([again.status, again.body]).toEqual([404, problem("not_found_or_expired")]);
  });

  it("of two at once, to one", async () => {
    const joinid = newCode();
    await pairUp(rest, joinid);
    const answers = await Promise.all([rest.check(joinid), rest.check(joinid)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  it("to the device that made the code alone", async () => {
    const joinid = newCode();
    await rest.create(joinid);
    expect((await rest.check(joinid, "client2")).status).toBe(404);
    await rest.accept(joinid);
    expect((await rest.check(joinid, "client2")).status).toBe(404);
    expect((await rest.check(joinid)).status).toBe(200);
  });
});

it("pairing-rest-10: a code is over when its time is, accepted or not", async () => {
  const [open, used] = [newCode(), newCode()];
  const exp = inMs(1500);
  await rest.create(open, { exp });
  await rest.create(used, { exp });
  await rest.accept(used);
  expect((await rest.check(open)).status).toBe(204);
  const statusOf = async () => (await rest.check(open)).status;
  await expect.poll(statusOf, { interval: 50, timeout: 5000 }).toBe(404);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(exp));
  expect(await rest.accept(open)).toMatchObject({ status: 404, body: problem("not_found_or_expired") });
  expect(await rest.check(used)).toMatchObject({ status: 404, body: problem("not_found_or_expired") });
});

it("pairing-rest-11: a room nobody paired is not_found", async () => {
  const answer = await rest.room(crypto.randomUUID());
  expect([answer.status, answer.body]).toEqual([404, problem("not_found")]);
});

it("pairing-rest-12: a room is deleted with the code that leads to it; again changes nothing", async () => {
  const joinid = newCode();
  const roomid = await pairUp(rest, joinid);
  for (let n = 0; n < 2; n++) {
    expect((await rest.remove(roomid)).status).toBe(200);
    expect((await rest.room(roomid)).status).toBe(404);
  }
  expect((await rest.check(joinid)).status).toBe(404);
  expect((await rest.remove(crypto.randomUUID())).status).toBe(200);
});

it("pairing-rest-13: purge deletes a device's codes and rooms, and counts them", async () => {
  const device = crypto.randomUUID();
  await rest.create(newCode(), { client1: device });
  const own = await pairUp(rest, newCode(), device, "other");
  const theirs = newCode();
  const accepted = await pairUp(rest, theirs, "other", device);
  const strangers = await pairUp(rest, newCode(), "other", "another");

  const answer = await rest.purge(device);
  expect([answer.status, answer.body]).toEqual([200, { ok: true, roomsDeleted: 2, pendingsDeleted: 3 }]);
  for (const roomid of [own, accepted]) expect((await rest.room(roomid)).status).toBe(404);
  expect((await rest.check(theirs, "other")).status).toBe(404);
  expect((await rest.room(strangers)).status).toBe(200);
  expect((await rest.purge(device)).body).toEqual({ ok: true, roomsDeleted: 0, pendingsDeleted: 0 });
});

it("pairing-rest-14: nothing of it is cached", async () => {
  const joinid = newCode();
  const roomid = await pairUp(rest, joinid);
  for (const answer of [await rest.check(joinid), await rest.room(roomid), await rest.room("none")]) {
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

it("pairing-rest-15: listed origins may use all of its methods", async () => {
  const own = await startServer({ ALLOWED_ORIGINS: "https://app.example" });
  for (const method of ["GET", "POST", "DELETE"]) {
    const preflight = await fetch(`${own.url}/api/rooms`, {
      method: "OPTIONS",
      headers: { origin: "https://app.example", "access-control-request-method": method },
    });
    expect(preflight.headers.get("access-control-allow-methods")).toContain(method);
  }
  await own.close();
});
