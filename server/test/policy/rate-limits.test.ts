import { afterEach, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { connectNatively, enterNatively, joinNatively, refusedHandshake } from "../helpers/native-client.ts";
import { joinAsRoomsClient, openRoomsClient } from "../helpers/rooms-client.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { candidate, offer } from "../helpers/signals.ts";
import { ask, closeSockets } from "../helpers/sockets.ts";
import { startServer } from "../helpers/start-server.ts";

afterEach(closeSockets);

const WAIT = { retryAfterMs: expect.any(Number) };

it("joins are limited by address, through both doors together", async () => {
  const server = await startServer({ JOIN_RATE: "5", TRUST_PROXY: "127.0.0.1" });
  const join = (address: string) =>
    call(`${server.url}/room/x/join`, { json: { displayName: "x" }, headers: { "x-forwarded-for": address } });
  const client = await openRoomsClient(server.url, { extraHeaders: { "x-forwarded-for": "203.0.113.1" } });
  await client.ask("join_room", { roomId: "x", userId: "x", displayName: "x" });
  for (let n = 0; n < 4; n++) expect((await join("203.0.113.1")).status).toBe(200);

  const refused = await join("203.0.113.1");
  expect(refused).toMatchObject({ status: 429, body: { error: refusalOf("RATE_LIMITED", WAIT) } });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect((await join("203.0.113.2")).status).toBe(200);
  await server.close();
});

it("an address that nobody vouches for is not believed", async () => {
  const server = await startServer({ JOIN_RATE: "2" });
  const statuses: number[] = [];
  for (let n = 0; n < 3; n++) {
    const headers = { "x-forwarded-for": `203.0.113.${n}` };
    statuses.push((await call(`${server.url}/room/x/join`, { json: { displayName: "x" }, headers })).status);
  }
  expect(statuses).toEqual([200, 200, 429]);
  await server.close();
});

it("native-limit-1: messages are limited by connection, and the others don't notice", async () => {
  const server = await startServer({ MESSAGE_RATE: "2" });
  const ann = await joinNatively(server.url, "meter");
  const bob = await joinNatively(server.url, "meter");
  const replies = await Promise.all(
    Array.from({ length: 15 }, (_, n) => ann.request("ice-candidate", { candidate: candidate(n) })),
  );
  const refused = replies.filter(({ ok }) => !ok);
  expect(refused.length).toBeGreaterThanOrEqual(4);
  expect(refused[0]).toEqual({ ok: false, error: refusalOf("RATE_LIMITED", WAIT) });
  expect(await bob.request("webrtc-offer", { offer })).toEqual({ ok: true });
  expect(ann.socket.connected).toBe(true);
  await server.close();
});

it("native-limit-1: nonsense counts like any message", async () => {
  const server = await startServer({ MESSAGE_RATE: "2" });
  const ann = await joinNatively(server.url, "nonsense");
  const replies = await Promise.all(Array.from({ length: 15 }, () => ask(ann.socket, "webrtc-offer", { offer: 1 })));
  const codes = replies.map((reply) => (reply as { error: { code: string } }).error.code);
  expect(new Set(codes)).toEqual(new Set(["BAD_REQUEST", "RATE_LIMITED"]));
  await server.close();
});

it("native-limit-3: a password is changed ten times a minute at most, and a flood of changes holds nobody's seat", async () => {
  const server = await startServer();
  const host = await joinNatively(server.url, "flood");
  const guest = await joinNatively(server.url, "flood");
  const replies = Array.from({ length: 60 }, (_, n) => host.request("set-room-password", { password: `p${n}` }));
  expect((await Promise.all(replies)).filter(({ ok }) => ok)).toHaveLength(10);
  for (let n = 0; n < 300; n++) host.socket.emit("set-room-password", { password: `q${n}` });
  host.socket.disconnect();
  expect(await guest.events.next("user-left")).toEqual({ userId: host.userId, reason: "left" });
  await server.close();
});

it("native-limit-2: a token takes a seat thirty times a minute at most", async () => {
  const server = await startServer();
  const entry = await enterNatively(server.url, "again");
  for (let n = 0; n < 30; n++) await connectNatively(server.url, entry);
  expect(await refusedHandshake(server.url, { token: entry.token })).toEqual(refusalOf("RATE_LIMITED", WAIT));
  await server.close();
});

it("a message of more than 64 KB ends only its own connection", async () => {
  const server = await startServer();
  const ann = await joinAsRoomsClient(server.url, { roomId: "large", userId: "ann" });
  const bob = await joinAsRoomsClient(server.url, { roomId: "large", userId: "bob" });
  await ann.events.next("user_joined");
  bob.send("offer", { targetId: "ann", payload: { type: "offer", sdp: "x".repeat(70 * 1024) } });
  expect(await bob.events.ended).toMatch(/transport/);
  expect(await ann.events.next("user_left")).toEqual({ userId: "bob", reason: "disconnected" });
  expect(ann.events.names).toEqual(["room_joined", "user_joined", "user_left"]);
  await server.close();
});

it("the largest description that is allowed arrives whole", async () => {
  const server = await startServer();
  const ann = await joinNatively(server.url, "just-fits");
  const bob = await joinNatively(server.url, "just-fits");
  const large = { type: "offer", sdp: "x".repeat(48 * 1024) } as const;
  expect(await ann.request("webrtc-offer", { offer: large })).toEqual({ ok: true });
  expect(await bob.events.next("webrtc-offer")).toEqual({ from: ann.userId, offer: large });
  await server.close();
});
