import type { SignInReply } from "@chamcall/protocol";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectNatively } from "../../helpers/native-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets, cutWire } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { connectUser, invite, startCall, type UserClient, userPair } from "../../helpers/user-client.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

const DEVICE = { deviceId: "phone" };
const pair = () => userPair(server.url, DEVICE);
const within = expect.toSatisfy((ms: number) => ms > 0 && ms <= 30_000);

/** How a device's connection ends before it is back. */
const WAYS: [string, (client: UserClient) => Promise<unknown> | undefined][] = [
  [
    "lost",
    ({ socket, events }) => {
      cutWire(socket);
      return events.ended;
    },
  ],
  ["still there", () => undefined],
];

const back = (identity: SignInReply) => connectUser(server.url, identity, DEVICE);

describe.each(WAYS)("native-call-12: a device that comes back, its older connection %s", (way, end) => {
  const isLost = way === "lost";

  it("while it rings: is told so, and answers", async () => {
    const { ann, bob } = await pair();
    const callId = await invite(ann, bob);
    await end(bob);
    const again = await back(bob.identity);
    expect(again.online.call).toEqual({
      state: "incoming",
      callId,
      from: { userId: ann.userId, name: "Ann" },
      video: true,
      timeoutMs: within,
    });
    if (!isLost) expect(await bob.events.next("signed-out")).toEqual({ reason: "replaced" });
    expect(await again.request("call-accept", { callId })).toEqual({ ok: true });
    await ann.events.next("call-accepted");
    await again.events.next("call-accepted");
    expect(ann.events.names).toEqual(["online", "call-accepted"]);
    expect(bob.events.names).toEqual(["online", "call-incoming", ...(isLost ? [] : ["signed-out"])]);
  });

  it("while it calls: is told so, and hears of the answer", async () => {
    const { ann, bob } = await pair();
    const callId = await invite(ann, bob);
    await end(ann);
    const again = await back(ann.identity);
    expect(again.online.call).toEqual({
      state: "outgoing",
      callId,
      to: { userId: bob.userId, name: "Bob" },
      video: true,
      timeoutMs: within,
    });
    await bob.request("call-accept", { callId });
    expect((await again.events.next("call-accepted")).callId).toBe(callId);
    expect(ann.events.names).not.toContain("call-accepted");
  });

  it("while it calls: may cancel", async () => {
    const { ann, bob } = await pair();
    const callId = await invite(ann, bob);
    await end(ann);
    const again = await back(ann.identity);
    expect(await again.request("call-cancel", { callId })).toEqual({ ok: true });
    expect(await bob.events.next("call-ended")).toEqual({ callId, reason: "cancelled", by: ann.userId });
  });

  it.each(["caller", "callee"])("while they talk: the %s gets the way in again, and may hang up", async (who) => {
    const { ann, bob } = await pair();
    const { callId, callers } = await startCall(ann, bob);
    const [one, other] = who === "caller" ? [ann, bob] : [bob, ann];
    await end(one);
    const again = await back(one.identity);
    expect(again.online.call).toEqual({
      state: "active",
      callId,
      peer: other.online.self,
      video: true,
      room: { roomId: callers.roomId, token: expect.any(String), iceServers: [], ttl: 3600 },
    });
    const call = again.online.call;
    if (call?.state !== "active") return expect.unreachable("just seen");
    const inside = await connectNatively(server.url, { ...one.identity, ...call.room });
    expect(inside.joined.self.userId).toBe(one.userId);
    expect(await again.request("call-end", { callId })).toEqual({ ok: true });
    expect(await other.events.next("call-ended")).toMatchObject({ callId, reason: "ended", by: one.userId });
  });
});

describe("native-call-12: what happens meanwhile", () => {
  it("a device that was away when it began to ring is told on its return", async () => {
    const { ann, bob } = await pair();
    cutWire(bob.socket);
    await bob.events.ended;
    const reply = await ann.request("call-invite", { to: bob.userId });
    const again = await back(bob.identity);
    expect(again.online.call).toMatchObject({ state: "incoming", callId: (reply as { callId: string }).callId });
  });

  it("a call that ended while a device was away is no longer its", async () => {
    const { ann, bob } = await pair();
    const callId = await invite(ann, bob);
    cutWire(bob.socket);
    await bob.events.ended;
    await ann.request("call-cancel", { callId });
    const again = await back(bob.identity);
    expect(again.online).not.toHaveProperty("call");
    expect(await again.request("call-accept", { callId })).toEqual({ ok: false, error: refusalOf("CALL_OVER") });
  });

  it("another device of the callee that comes online rings too, and answers", async () => {
    const { ann, bob } = await pair();
    const callId = await invite(ann, bob);
    const desk = await connectUser(server.url, bob.identity, { deviceId: "desk" });
    expect(desk.online.call).toMatchObject({ state: "incoming", callId });
    expect(await desk.request("call-accept", { callId })).toEqual({ ok: true });
    expect(await bob.events.next("call-answered-elsewhere")).toEqual({ callId });
    await ann.events.next("call-accepted");
    expect(desk.events.names).toEqual(["online", "call-accepted"]);
  });

  it("another device of the caller, or of who talks, has no part in it", async () => {
    const { ann, bob } = await pair();
    const callId = await invite(ann, bob);
    expect((await connectUser(server.url, ann.identity)).online).not.toHaveProperty("call");
    await bob.request("call-accept", { callId });
    expect((await connectUser(server.url, bob.identity)).online).not.toHaveProperty("call");
  });
});

describe("native-call-11: who goes while it rings", () => {
  it("the caller's device says goodbye: it stops ringing everywhere", async () => {
    const { ann, bob } = await pair();
    const desk = await connectUser(server.url, bob.identity, { deviceId: "desk" });
    const callId = await invite(ann, bob);
    ann.socket.disconnect();
    for (const { events } of [bob, desk]) {
      expect(await events.next("call-ended")).toEqual({ callId, reason: "disconnected", by: ann.userId });
    }
  });

  it("one of the callee's devices goes: it rings on on the other, and ends with the last", async () => {
    const { ann, bob } = await pair();
    const desk = await connectUser(server.url, bob.identity, { deviceId: "desk" });
    const callId = await invite(ann, bob);
    bob.socket.disconnect();
    await desk.events.next("call-incoming");
    expect(await ann.request("watch-users", {})).toMatchObject({ ok: true });
    expect(ann.events.names).toEqual(["online"]);
    desk.socket.disconnect();
    expect(await ann.events.next("call-ended")).toEqual({ callId, reason: "disconnected", by: bob.userId });
  });

  it("once it was accepted the two devices may go: their seats decide", async () => {
    const { ann, bob } = await pair();
    const { callers, callees } = await startCall(ann, bob);
    const inside = await connectNatively(server.url, { ...ann.identity, ...callers });
    await connectNatively(server.url, { ...bob.identity, ...callees });
    ann.socket.disconnect();
    bob.socket.disconnect();
    await inside.events.next("user-joined");
    expect(await inside.request("set-media", { audio: false })).toEqual({ ok: true });
    const { ann: cem } = await pair();
    const again = await back(bob.identity);
    expect(await cem.request("call-invite", { to: bob.userId })).toEqual({ ok: false, error: refusalOf("USER_BUSY") });
    await inside.request("leave-room", {});
    await expect
      .poll(() => cem.request("call-invite", { to: bob.userId }), { interval: 10 })
      .toMatchObject({ ok: true });
    await again.events.next("call-incoming");
  });
});
