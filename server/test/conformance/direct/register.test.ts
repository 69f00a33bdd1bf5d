import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { directPair, openDirectClient, registerDirectly, ring, talk } from "../../helpers/direct-client.ts";
import { call } from "../../helpers/http.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { offer } from "../../helpers/signals.ts";
import { closeSockets, cutWire } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

const online = async () => (await call(`${server.url}/users`)).body.connectedUsers as string[];
const newName = () => `user-${crypto.randomUUID()}`;

describe("register_user", () => {
  it("direct-register-1: is answered with user_registered, and the user is online", async () => {
    const userId = newName();
    const ann = await openDirectClient(server.url);
    expect(await online()).not.toContain(userId);
    ann.send("register_user", { userId });
    expect(await ann.events.next("user_registered")).toEqual({ success: true, userId });
    expect(await online()).toContain(userId);
  });

  it.each(["alice", "Alice.B", "alice@example.com", "+49:170-123_4", "0", "u".repeat(128), "__proto__", "constructor"])(
    "direct-register-2: takes %j as it is",
    async (userId) => {
      const ann = await registerDirectly(server.url, userId);
      const bob = await registerDirectly(server.url, newName());
      bob.send("make_call", { to: userId, from: bob.userId, offer });
      await ann.events.next("incoming_call");
      expect(await online()).toContain(userId);
    },
  );

  it.each<[unknown]>([
    [""],
    ["a b"],
    [" alice"],
    ["alice\n"],
    ["ali<ce"],
    ["álice"],
    ["a/b"],
    ["u".repeat(129)],
    [7],
    [null],
    [["alice"]],
    [{ $ne: "" }],
    [undefined],
  ])("direct-register-2: refuses %j and rewrites nothing", async (userId) => {
    const before = await online();
    const ann = await openDirectClient(server.url);
    ann.send("register_user", { userId });
    expect(await ann.events.next("user_registered")).toEqual({
      success: false,
      userId: typeof userId === "string" ? userId.slice(0, 128) : "",
      error: expect.stringContaining("userId"),
      code: "BAD_REQUEST",
    });
    expect(await online()).toEqual(before);
  });

  it.each<[unknown]>([[undefined], [null], ["alice"], [7], [[]], [["alice"]]])(
    "direct-register-2: refuses %j for a body",
    async (data) => {
      const ann = await openDirectClient(server.url);
      ann.send("register_user", data);
      expect(await ann.events.next("user_registered")).toMatchObject({
        success: false,
        userId: "",
        code: "BAD_REQUEST",
      });
    },
  );

  it("direct-register-3: is answered again to whoever has the name, and a call goes on", async () => {
    const { ann, bob } = await directPair(server.url);
    await talk(ann, bob);
    ann.send("register_user", { userId: ann.userId });
    expect(await ann.events.next("user_registered")).toEqual({ success: true, userId: ann.userId });
    ann.send("end_call", { to: bob.userId, from: ann.userId });
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "ended" });
    expect(bob.events.names).toEqual(["user_registered", "incoming_call", "call_ended"]);
  });

  it("direct-register-4: under another name gives the first one up, and its call", async () => {
    const { ann, bob } = await directPair(server.url);
    await talk(ann, bob);
    const second = newName();
    ann.send("register_user", { userId: second });
    expect(await ann.events.next("user_registered")).toEqual({ success: true, userId: second });
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "disconnected" });
    const users = await online();
    expect(users).toContain(second);
    expect(users).not.toContain(ann.userId);
    bob.send("make_call", { to: second, from: bob.userId, offer });
    expect(await ann.events.next("incoming_call")).toEqual({ from: bob.userId, offer });
  });

  it("direct-register-4: refused under another name leaves the first one, and its call", async () => {
    const { ann, bob } = await directPair(server.url);
    await talk(ann, bob);
    ann.send("register_user", { userId: "not a name" });
    expect(await ann.events.next("user_registered")).toMatchObject({ success: false, userId: "not a name" });
    expect(await online()).toContain(ann.userId);
    bob.send("end_call", { to: ann.userId, from: bob.userId });
    expect(await ann.events.next("call_ended")).toEqual({ from: bob.userId, reason: "ended" });
  });
});

describe("direct-register-5: the newest login wins", () => {
  const forced = { reason: expect.stringMatching(/\w/) };

  it("the older one gets force_disconnect and is closed; calls go to the newer", async () => {
    const userId = newName();
    const older = await registerDirectly(server.url, userId);
    const newer = await registerDirectly(server.url, userId);
    expect(await older.events.next("force_disconnect")).toEqual(forced);
    expect(await older.events.ended).toBe("io server disconnect");
    const bob = await registerDirectly(server.url, newName());
    bob.send("make_call", { to: userId, from: bob.userId, offer });
    await newer.events.next("incoming_call");
    expect(older.events.names).toEqual(["user_registered", "force_disconnect"]);
    expect((await online()).filter((one) => one === userId)).toEqual([userId]);
  });

  it("the older one's going doesn't take the newer one offline", async () => {
    const userId = newName();
    const older = await registerDirectly(server.url, userId);
    const newer = await registerDirectly(server.url, userId);
    await older.events.ended;
    expect(await newer.ask("end_call", { to: "nobody" })).toEqual({ ok: true });
    expect(await online()).toContain(userId);
  });

  it("the older one's call ends for the peer, ringing here", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(bob, ann);
    await registerDirectly(server.url, ann.userId);
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "disconnected" });
    expect(await ann.events.next("force_disconnect")).toEqual(forced);
  });

  it("the older one's call ends for the peer, ringing there", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    await registerDirectly(server.url, ann.userId);
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "disconnected" });
  });

  it("the older one's call ends for the peer, talking; both are free at once", async () => {
    const { ann, bob } = await directPair(server.url);
    await talk(ann, bob);
    const newer = await registerDirectly(server.url, ann.userId);
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "disconnected" });
    await talk(bob, newer);
  });

  it("of 20 at once one stays, and everyone else is told", async () => {
    const userId = newName();
    const clients = await Promise.all(Array.from({ length: 20 }, () => openDirectClient(server.url)));
    for (const client of clients) client.send("register_user", { userId });
    await Promise.all(clients.map(({ events }) => events.next("user_registered", ({ success }) => success)));
    const bob = await registerDirectly(server.url, newName());
    bob.send("make_call", { to: userId, from: bob.userId, offer });
    const winner = await Promise.race(clients.map((client) => client.events.next("incoming_call").then(() => client)));
    const losers = clients.filter((client) => client !== winner);
    await Promise.all(losers.map(({ events }) => events.next("force_disconnect")));
    await Promise.all(losers.map(({ events }) => events.ended));
    expect(winner.events.names).toEqual(["user_registered", "incoming_call"]);
  });
});

describe("logout_user", () => {
  it("direct-register-6: takes the user offline; the connection stays and may register again", async () => {
    const { ann, bob } = await directPair(server.url);
    expect(await ann.ask("logout_user", { userId: ann.userId })).toEqual({ ok: true });
    expect(await online()).not.toContain(ann.userId);
    bob.send("make_call", { to: ann.userId, from: bob.userId, offer });
    expect(await bob.events.next("call_failed")).toMatchObject({ code: "USER_OFFLINE" });
    ann.send("register_user", { userId: ann.userId });
    await ann.events.next("user_registered", ({ success }) => success);
    await ring(bob, ann);
  });

  it.each([
    ["ringing", ring],
    ["talking", talk],
  ])("direct-register-6: ends a call for the other, %s", async (_, begin) => {
    const { ann, bob } = await directPair(server.url);
    await begin(ann, bob);
    ann.send("logout_user", { userId: ann.userId });
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "disconnected" });
  });

  it("direct-register-6: is for oneself alone", async () => {
    const { ann, bob } = await directPair(server.url);
    ann.send("logout_user", { userId: bob.userId });
    expect(await ann.events.next("error")).toEqual(refusalOf("FORBIDDEN"));
    expect(await online()).toEqual(expect.arrayContaining([ann.userId, bob.userId]));
  });

  it("direct-register-6: needs no userId, and is an error twice", async () => {
    const { ann } = await directPair(server.url);
    expect(await ann.ask("logout_user", {})).toEqual({ ok: true });
    ann.send("logout_user", { userId: ann.userId });
    expect(await ann.events.next("error")).toEqual(refusalOf("NOT_ONLINE"));
  });
});

describe("a connection that ends", () => {
  it.each([
    ["says goodbye", (socket: Parameters<typeof cutWire>[0]) => socket.disconnect()],
    ["is lost", cutWire],
  ])("direct-register-7: %s: its user is offline at once", async (_, end) => {
    const ann = await registerDirectly(server.url, newName());
    end(ann.socket);
    await expect.poll(online, { interval: 5 }).not.toContain(ann.userId);
  });
});
