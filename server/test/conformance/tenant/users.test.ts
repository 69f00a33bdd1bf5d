import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "../../helpers/http.ts";
import { joinNatively, refusedHandshake } from "../../helpers/native-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { offer } from "../../helpers/signals.ts";
import { ask, closeSockets, cutWire } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { connectUser, signIn, signInAndConnect } from "../../helpers/user-client.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ STUN_URLS: "stun:stun.example.com" });
});
afterEach(closeSockets);
afterAll(() => server.close());

const newName = () => `user-${crypto.randomUUID()}`;

describe("POST /user/:userId/sign-in", () => {
  it("native-online-1: answers everything needed to connect, uncached", async () => {
    const answered = await call(`${server.url}/user/ann/sign-in`, { json: { displayName: "Ann" } });
    expect(answered.status).toBe(200);
    expect(answered.headers.get("cache-control")).toBe("no-store");
    expect(answered.body).toEqual({
      userId: "ann",
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      ttl: 3600,
      signalingUrl: `${server.url.replace("http", "ws")}/ws`,
      userKey: expect.stringMatching(/^[\w-]{20,}$/),
    });
  });

  it.each(["a b", "", "u".repeat(129), "a%2Fb", "%C3%A4"])("native-online-1: refuses the name %j", async (userId) => {
    const path = userId.includes("%") ? userId : encodeURIComponent(userId);
    const answered = await call(`${server.url}/user/${path}/sign-in`, { json: {} });
    expect(answered.status).toBeGreaterThanOrEqual(400);
    expect(answered.status).toBeLessThan(500);
  });

  it.each([{ displayName: " " }, { displayName: 7 }, { userKey: "short" }, { admin: true }, []])(
    "native-online-1: refuses %j for a body",
    async (json) => {
      const answered = await call(`${server.url}/user/ann/sign-in`, { json });
      expect([answered.status, answered.body.error]).toEqual([400, refusalOf("BAD_REQUEST")]);
    },
  );

  it("native-online-3: USER_ID_TAKEN while someone is online under the name, but not for its userKey", async () => {
    const userId = newName();
    const ann = await signInAndConnect(server.url, userId);
    const { userKey } = ann.identity;
    for (const json of [{}, { userKey: "another-key-altogether" }]) {
      const answered = await call(`${server.url}/user/${userId}/sign-in`, { json });
      expect([answered.status, answered.body.error]).toEqual([409, refusalOf("USER_ID_TAKEN")]);
    }
    expect((await signIn(server.url, userId, { userKey })).userKey).toBe(userKey);
    ann.socket.disconnect();
    const free = async () => (await call(`${server.url}/user/${userId}/sign-in`, { json: {} })).status;
    await expect.poll(free, { interval: 5 }).toBe(200);
  });

  it("native-online-3: who signed in before that name was in use is refused by the handshake", async () => {
    const userId = newName();
    const [first, second] = [await signIn(server.url, userId), await signIn(server.url, userId)];
    const ann = await connectUser(server.url, first);
    expect(await refusedHandshake(server.url, { token: second.token })).toEqual(refusalOf("USER_ID_TAKEN"));
    expect(ann.events.names).toEqual(["online"]);
  });
});

describe("a handshake with a user token", () => {
  it("native-online-2: puts the user online", async () => {
    const ann = await signInAndConnect(server.url, newName(), { displayName: "Ann" });
    expect(ann.online).toEqual({ self: { userId: ann.userId, name: "Ann" }, ttl: 3600 });
    expect(ann.events.names).toEqual(["online"]);
    expect(ann.events.all[0]?.seq).toBeUndefined();
  });

  it("native-online-2: under the userId where there is no display name", async () => {
    const ann = await signInAndConnect(server.url, newName());
    expect(ann.online.self).toEqual({ userId: ann.userId, name: ann.userId });
  });

  it("native-online-4: of several devices all stay", async () => {
    const identity = await signIn(server.url, newName());
    const devices = [
      await connectUser(server.url, identity),
      await connectUser(server.url, identity),
      await connectUser(server.url, identity, { deviceId: "phone" }),
      await connectUser(server.url, identity, { deviceId: "desk" }),
    ];
    for (const device of devices) expect(await device.request("watch-users", {})).toMatchObject({ ok: true });
  });

  it("native-online-4: a newer connection of the same device signs the older one out", async () => {
    const identity = await signIn(server.url, newName());
    const older = await connectUser(server.url, identity, { deviceId: "phone" });
    const other = await connectUser(server.url, identity, { deviceId: "desk" });
    await connectUser(server.url, identity, { deviceId: "phone" });
    expect(await older.events.next("signed-out")).toEqual({ reason: "replaced" });
    expect(await older.events.ended).toBe("io server disconnect");
    expect(other.events.names).toEqual(["online"]);
  });

  it("native-online-4: of 20 connections of one device at once one stays", async () => {
    const identity = await signIn(server.url, newName());
    const clients = await Promise.all(
      Array.from({ length: 20 }, () => connectUser(server.url, identity, { deviceId: "phone" })),
    );
    const ended = new Set<unknown>();
    for (const client of clients) void client.events.ended.then(() => ended.add(client));
    await expect.poll(() => ended.size, { interval: 5 }).toBe(19);
    const [winner] = clients.filter((client) => !ended.has(client));
    expect(await winner?.request("watch-users", {})).toMatchObject({ ok: true });
    for (const { events } of clients) {
      expect(events.names.slice(1)).toEqual(events === winner?.events ? [] : ["signed-out"]);
    }
  });

  it.each([{ deviceId: "" }, { deviceId: 7 }, { deviceId: "x".repeat(65) }])(
    "native-connect-2: BAD_REQUEST for %j",
    async (auth) => {
      const { token } = await signIn(server.url, newName());
      expect(await refusedHandshake(server.url, { token, ...auth })).toEqual(refusalOf("BAD_REQUEST"));
    },
  );
});

describe("watch-users", () => {
  it("native-online-5: lists the others, and tells every change from then on", async () => {
    const own = await startServer();
    const bob = await signInAndConnect(own.url, "bob", { displayName: "Bob" });
    const ann = await signInAndConnect(own.url, "ann", { displayName: "Ann" });
    await signInAndConnect(own.url, "dan", { displayName: "Dan" });
    await bob.request("call-invite", { to: "dan" });
    expect(await ann.request("watch-users", {})).toEqual({
      ok: true,
      users: [
        { userId: "bob", name: "Bob", status: "busy" },
        { userId: "dan", name: "Dan", status: "busy" },
      ],
    });

    const cem = await signInAndConnect(own.url, "cem", { displayName: "Cem" });
    const aboutCem = ({ userId }: { userId: string }) => userId === "cem";
    expect(await ann.events.next("user-status", aboutCem)).toEqual({ userId: "cem", name: "Cem", status: "available" });
    const second = await connectUser(own.url, cem.identity);
    cem.socket.disconnect();
    second.socket.disconnect();
    expect(await ann.events.next("user-status", aboutCem)).toEqual({ userId: "cem", name: "Cem", status: "offline" });
    expect(bob.events.names, "who doesn't watch isn't told").toEqual(["online"]);
    await own.close();
  });

  it("native-online-5: busy from the ringing to the end, never about oneself", async () => {
    const own = await startServer();
    const [ann, bob, cem] = [
      await signInAndConnect(own.url, "ann"),
      await signInAndConnect(own.url, "bob"),
      await signInAndConnect(own.url, "cem"),
    ];
    for (const { request } of [ann, bob, cem]) await request("watch-users", {});
    await ann.request("call-invite", { to: "bob" });
    const { callId } = await bob.events.next("call-incoming");
    const heard = [await cem.events.next("user-status"), await cem.events.next("user-status")];
    expect(heard).toEqual([
      { userId: "ann", name: "ann", status: "busy" },
      { userId: "bob", name: "bob", status: "busy" },
    ]);
    await bob.request("call-decline", { callId });
    const after = [await cem.events.next("user-status"), await cem.events.next("user-status")];
    expect(after.map(({ userId, status }) => [userId, status])).toEqual([
      ["ann", "available"],
      ["bob", "available"],
    ]);
    for (const { events, userId } of [ann, bob, cem]) {
      const about = events.all.flatMap(({ name, data }) =>
        name === "user-status" ? [data as { userId: string }] : [],
      );
      expect(about.map((one) => one.userId)).not.toContain(userId);
    }
    await own.close();
  });
});

describe("going", () => {
  const listed = async () => (await call(`${server.url}/users`)).body.connectedUsers as string[];

  it("native-online-6: who disconnects is offline at once; with another device, not at all", async () => {
    const ann = await signInAndConnect(server.url, newName());
    const second = await connectUser(server.url, ann.identity);
    ann.socket.disconnect();
    expect(await second.request("watch-users", {})).toMatchObject({ ok: true });
    expect(await listed()).toContain(ann.userId);
    second.socket.disconnect();
    await expect.poll(listed, { interval: 5 }).not.toContain(ann.userId);
  });

  it("native-online-6: who is lost stays for now, and can be called", async () => {
    const ann = await signInAndConnect(server.url, newName());
    const bob = await signInAndConnect(server.url, newName());
    cutWire(ann.socket);
    await ann.events.ended;
    expect(await bob.request("call-invite", { to: ann.userId })).toMatchObject({ ok: true });
    expect(await listed()).toContain(ann.userId);
  });
});

it("native-online-7: renew-credentials answers with a token that works, and ICE servers", async () => {
  const ann = await signInAndConnect(server.url, newName(), { displayName: "Ann" });
  const renewed = await ann.request("renew-credentials", {});
  expect(renewed).toEqual({
    ok: true,
    token: expect.any(String),
    iceServers: [{ urls: ["stun:stun.example.com"] }],
    ttl: 3600,
  });
  const { token } = renewed as { token: string };
  const second = await connectUser(server.url, { ...ann.identity, token });
  expect(second.online.self).toEqual({ userId: ann.userId, name: "Ann" });
});

describe("native-online-8: what isn't for this connection", () => {
  it.each([
    ["webrtc-offer", { offer }],
    ["set-media", { audio: true }],
    ["leave-room", {}],
    ["set-room-password", { password: "x" }],
  ])("%s is NOT_IN_ROOM for a user", async (name, data) => {
    const ann = await signInAndConnect(server.url, newName());
    expect(await ask(ann.socket, name, data)).toEqual({ ok: false, error: refusalOf("NOT_IN_ROOM") });
  });

  it.each([
    ["watch-users", {}],
    ["call-invite", { to: "bob" }],
    ["call-accept", { callId: "x" }],
    ["call-decline", { callId: "x" }],
    ["call-cancel", { callId: "x" }],
    ["call-end", { callId: "x" }],
  ])("%s is NOT_ONLINE in a room", async (name, data) => {
    const ann = await joinNatively(server.url, newName());
    expect(await ask(ann.socket, name, data)).toEqual({ ok: false, error: refusalOf("NOT_ONLINE") });
  });
});

it("DRAINING: users are told, newcomers and calls wait for the next server, what rings goes on", async () => {
  const own = await startServer();
  const [ann, bob, cem] = [
    await signInAndConnect(own.url, "ann"),
    await signInAndConnect(own.url, "bob"),
    await signInAndConnect(own.url, "cem"),
  ];
  const late = await signIn(own.url, "late");
  await ann.request("call-invite", { to: "bob" });
  const { callId } = await bob.events.next("call-incoming");
  own.drain(5000);
  for (const { events } of [ann, bob, cem]) {
    expect(await events.next("server-draining")).toEqual({ retryAfterMs: 5000 });
  }
  const draining = refusalOf("DRAINING", { retryAfterMs: expect.any(Number) });
  expect(await refusedHandshake(own.url, { token: late.token })).toEqual(draining);
  const refused = await call(`${own.url}/user/later/sign-in`, { json: {} });
  expect([refused.status, refused.body.error]).toEqual([503, draining]);
  expect(await cem.request("call-invite", { to: "ann" })).toEqual({ ok: false, error: draining });
  expect(await bob.request("call-accept", { callId })).toEqual({ ok: true });
  await ann.events.next("call-accepted");
  await own.close();
});
