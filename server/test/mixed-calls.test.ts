import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  callFailed,
  directPair,
  openDirectClient,
  registerDirectly,
  ring,
  settled,
  talk,
} from "./helpers/direct-client.ts";
import { call } from "./helpers/http.ts";
import { refusedHandshake } from "./helpers/native-client.ts";
import { refusalOf } from "./helpers/shapes.ts";
import { offer } from "./helpers/signals.ts";
import { closeSockets } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";
import { connectUser, invite, signIn, signInAndConnect, startCall, userPair } from "./helpers/user-client.ts";

// People who are called by the direct door and by the native protocol: one list, one call at a time, two ways of talking.

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

const newName = () => `user-${crypto.randomUUID()}`;
const BUSY = { ok: false, error: refusalOf("USER_BUSY") };

describe("direct-door-1: presence is shared", () => {
  it("both are among the connected users, and of both native clients hear", async () => {
    const own = await startServer();
    const native = await signInAndConnect(own.url, "nat");
    await native.request("watch-users", {});
    const ann = await registerDirectly(own.url, "ann");
    expect(await native.events.next("user-status")).toEqual({ userId: "ann", name: "ann", status: "available" });
    expect((await call(`${own.url}/users`)).body).toEqual({ connectedUsers: ["ann", "nat"], totalUsers: 2 });
    const bob = await registerDirectly(own.url, "bob");
    await native.events.next("user-status");
    await ring(ann, bob);
    expect(await native.events.next("user-status")).toEqual({ userId: "ann", name: "ann", status: "busy" });
    expect(await native.events.next("user-status")).toEqual({ userId: "bob", name: "bob", status: "busy" });
    ann.socket.disconnect();
    expect(await native.events.next("user-status", ({ status }) => status !== "busy")).toMatchObject({
      userId: expect.stringMatching(/ann|bob/),
    });
    const listed = await signInAndConnect(own.url, "cem");
    expect(await listed.request("watch-users", {})).toEqual({
      ok: true,
      users: [
        { userId: "bob", name: "bob", status: "available" },
        { userId: "nat", name: "nat", status: "available" },
      ],
    });
    await own.close();
  });

  it("a name in use natively is refused to the direct door", async () => {
    const native = await signInAndConnect(server.url, newName());
    const direct = await openDirectClient(server.url);
    direct.send("register_user", { userId: native.userId });
    expect(await direct.events.next("user_registered")).toEqual({
      success: false,
      userId: native.userId,
      error: expect.stringMatching(/name/),
      code: "USER_ID_TAKEN",
    });
    expect(native.events.names).toEqual(["online"]);
    expect(await native.request("watch-users", {})).toMatchObject({ ok: true });
  });

  it("a name in use by the direct door is refused natively, by the sign-in and by the handshake", async () => {
    const userId = newName();
    const early = await signIn(server.url, userId);
    const direct = await registerDirectly(server.url, userId);
    const answered = await call(`${server.url}/user/${userId}/sign-in`, { json: {} });
    expect([answered.status, answered.body.error]).toEqual([409, refusalOf("USER_ID_TAKEN")]);
    expect(await refusedHandshake(server.url, { token: early.token })).toEqual(refusalOf("USER_ID_TAKEN"));
    await settled(direct);
    expect(direct.events.names).toEqual(["user_registered"]);
    direct.send("logout_user", { userId });
    await expect.poll(async () => (await call(`${server.url}/user/${userId}/sign-in`, { json: {} })).status).toBe(200);
  });
});

describe("direct-door-2: busy is shared", () => {
  it.each([
    ["ringing", ring],
    ["talking", talk],
  ])("a direct user who is %s is USER_BUSY for a native caller", async (_, begin) => {
    const { ann, bob } = await directPair(server.url);
    const native = await signInAndConnect(server.url, newName());
    await begin(ann, bob);
    for (const { userId: to } of [ann, bob]) expect(await native.request("call-invite", { to })).toEqual(BUSY);
  });

  it.each([
    ["ringing", invite],
    ["talking", startCall],
  ])("a native user who is %s is call_busy for a direct caller", async (_, begin) => {
    const { ann, bob } = await userPair(server.url);
    const direct = await registerDirectly(server.url, newName());
    await begin(ann, bob);
    for (const { userId } of [ann, bob]) {
      direct.send("make_call", { to: userId, from: direct.userId, offer });
      expect(await direct.events.next("call_busy")).toEqual({ targetUser: userId });
    }
  });
});

describe("direct-door-3: they can't ring each other", () => {
  it("DEVICE_INCOMPATIBLE for a native caller, and nothing rings", async () => {
    const direct = await registerDirectly(server.url, newName());
    const native = await signInAndConnect(server.url, newName());
    expect(await native.request("call-invite", { to: direct.userId })).toEqual({
      ok: false,
      error: refusalOf("DEVICE_INCOMPATIBLE"),
    });
    await settled(direct);
    expect(direct.events.names).toEqual(["user_registered"]);
  });

  it("call_failed DEVICE_INCOMPATIBLE for a direct caller, and both stay free", async () => {
    const { ann: direct, bob: other } = await directPair(server.url);
    const { ann: native, bob: friend } = await userPair(server.url);
    direct.send("make_call", { to: native.userId, from: direct.userId, offer });
    expect(await direct.events.next("call_failed")).toEqual(callFailed("DEVICE_INCOMPATIBLE", native.userId));
    expect(native.events.names).toEqual(["online"]);
    await ring(direct, other);
    await startCall(native, friend);
  });

  it("a direct client can't name its way into a native call", async () => {
    const { ann, bob } = await userPair(server.url);
    const direct = await registerDirectly(server.url, newName());
    await invite(ann, bob);
    for (const { userId: to } of [ann, bob]) {
      expect(await direct.ask("answer_call", { to, answer: { type: "answer", sdp: "" } })).toEqual({
        ok: false,
        error: refusalOf("CALL_OVER"),
      });
      expect(await direct.ask("decline_call", { to })).toEqual({ ok: false, error: refusalOf("CALL_OVER") });
    }
    expect(bob.events.names).toEqual(["online", "call-incoming"]);
  });
});

describe("direct-door-4: one user by both doors, by a token of the same userKey", () => {
  async function both(userId: string) {
    const native = await signInAndConnect(server.url, userId);
    const { userKey } = native.identity;
    const { token } = await signIn(server.url, userId, { userKey });
    return { native, userKey, direct: await registerDirectly(server.url, userId, { auth: { token } }) };
  }

  it("is rung by each where it can be answered, and is busy for both", async () => {
    const { native, direct } = await both(newName());
    const { ann } = await directPair(server.url);
    const { ann: cem } = await userPair(server.url);
    await ring(ann, direct);
    expect(native.events.names).toEqual(["online"]);
    expect(await native.request("call-invite", { to: cem.userId })).toEqual({
      ok: false,
      error: refusalOf("ALREADY_IN_CALL"),
    });
    expect(await cem.request("call-invite", { to: native.userId })).toEqual(BUSY);
    direct.send("decline_call", { to: ann.userId, from: direct.userId });
    await ann.events.next("call_declined");
    await invite(cem, native);
    await settled(direct);
    expect(direct.events.names).toEqual(["user_registered", "incoming_call"]);
  });

  it("stays online with the other when one goes", async () => {
    const { native, direct, userKey } = await both(newName());
    native.socket.disconnect();
    expect(await direct.ask("register_user", { userId: direct.userId })).toEqual({ ok: true });
    const again = await connectUser(server.url, await signIn(server.url, direct.userId, { userKey }));
    direct.socket.disconnect();
    const { ann } = await userPair(server.url);
    await invite(ann, again);
  });
});
