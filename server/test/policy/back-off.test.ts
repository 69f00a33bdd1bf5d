import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { joinNatively } from "../helpers/native-client.ts";
import { openRoomsClient } from "../helpers/rooms-client.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ TRUST_PROXY: "127.0.0.1" });
});
afterEach(closeSockets);
afterAll(() => server.close());

const PASSWORD = "right";

async function lockedRoom(roomId: string) {
  const host = await joinNatively(server.url, roomId);
  await host.request("set-room-password", { password: PASSWORD });
  return host.entry.ownerKey ?? "";
}

function knock(roomId: string, address: string, body: object) {
  return call(`${server.url}/room/${roomId}/join`, {
    json: { displayName: "x", ...body },
    headers: { "x-forwarded-for": address },
  });
}

/** Guesses until the address has to wait. */
async function guessUntilBlocked(roomId: string, address: string) {
  for (let n = 0; n < 20; n++) {
    const answer = await knock(roomId, address, { password: `guess ${n}` });
    if (answer.status === 429) return { answer, guesses: n };
    expect(answer.body).toEqual({ error: refusalOf("AUTH_FAILED") });
  }
  return expect.unreachable("20 guesses went through");
}

const WAIT = { retryAfterMs: expect.any(Number) };

it("rooms-password-9: makes whoever guesses wait, without looking at the next guess", async () => {
  await lockedRoom("wait");
  const { answer, guesses } = await guessUntilBlocked("wait", "203.0.113.1");
  expect(guesses).toBe(3);
  expect(answer.body).toEqual({ error: refusalOf("TOO_MANY_ATTEMPTS", WAIT) });
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(await knock("wait", "203.0.113.1", { password: PASSWORD })).toMatchObject({
    status: 429,
    body: { error: refusalOf("TOO_MANY_ATTEMPTS", WAIT) },
  });
});

it("lets the right password in from another address meanwhile", async () => {
  await lockedRoom("honest");
  await guessUntilBlocked("honest", "203.0.113.2");
  expect((await knock("honest", "203.0.113.3", { password: PASSWORD })).status).toBe(200);
});

it("lets the right password in from a fresh address while a whole network guesses", async () => {
  await lockedRoom("network");
  for (let n = 0; n < 12; n++) await knock("network", `198.51.100.${n}`, { password: "guess" });
  expect((await knock("network", "203.0.113.4", { password: PASSWORD })).status).toBe(200);
  expect((await knock("network", "198.51.100.1", { password: PASSWORD })).status).toBe(429);
});

it("counts one customer's IPv6 network as one address", async () => {
  await lockedRoom("v6");
  for (let n = 0; n < 3; n++) await knock("v6", `2001:db8:1:2::${n}`, { password: "guess" });
  expect((await knock("v6", "2001:db8:1:2:ffff::1", { password: PASSWORD })).status).toBe(429);
  expect((await knock("v6", "2001:db8:1:3::1", { password: PASSWORD })).status).toBe(200);
});

it("counts an address that guesses in many rooms", async () => {
  const rooms = ["many-1", "many-2", "many-3", "many-4"];
  for (const roomId of rooms) await lockedRoom(roomId);
  const statuses: number[] = [];
  for (const roomId of rooms) {
    for (let n = 0; n < 3; n++) statuses.push((await knock(roomId, "203.0.113.5", { password: "guess" })).status);
  }
  expect(statuses).toContain(429);
});

it("is one memory for both doors", async () => {
  await lockedRoom("doors");
  await guessUntilBlocked("doors", "203.0.113.6");
  const client = await openRoomsClient(server.url, { extraHeaders: { "x-forwarded-for": "203.0.113.6" } });
  client.send("join_room", { roomId: "doors", userId: "x", displayName: "x", password: PASSWORD });
  expect(await client.events.next("error")).toEqual(refusalOf("TOO_MANY_ATTEMPTS", WAIT));
});

it("lets many guesses at once count as many", async () => {
  await lockedRoom("at-once");
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => knock("at-once", "203.0.113.7", { password: `guess ${n}` })),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(17);
});

it("forgives whoever knew the password in the end", async () => {
  await lockedRoom("forgiven");
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 2; n++) await knock("forgiven", "203.0.113.8", { password: "typo" });
    expect((await knock("forgiven", "203.0.113.8", { password: PASSWORD })).status).toBe(200);
  }
});

it("lets the owner in by key, blocked or not", async () => {
  const ownerKey = await lockedRoom("owner");
  await guessUntilBlocked("owner", "203.0.113.9");
  expect((await knock("owner", "203.0.113.9", { ownerKey })).status).toBe(200);
});

it("doesn't count a visit without a password", async () => {
  await lockedRoom("asking");
  for (let n = 0; n < 6; n++) {
    expect(await knock("asking", "203.0.113.10", {})).toMatchObject({
      status: 401,
      body: { error: refusalOf("AUTH_REQUIRED") },
    });
  }
  expect((await knock("asking", "203.0.113.10", { password: PASSWORD })).status).toBe(200);
});
