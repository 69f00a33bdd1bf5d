import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../helpers/shapes.ts";
import { ask, closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import {
  connectUser,
  invite,
  signInAndConnect,
  startCall,
  type UserClient,
  userPair,
} from "../../helpers/user-client.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ STUN_URLS: "stun:stun.example.com" });
});
afterEach(closeSockets);
afterAll(() => server.close());

/** All that was under way to this client has arrived. */
const settled = (client: UserClient) => client.request("renew-credentials", {});

const person = (userId: string, name: string) => ({ userId, name });

describe("call-invite", () => {
  it("native-call-1: rings every device of a user, and is answered", async () => {
    const { ann, bob } = await userPair(server.url);
    const second = await connectUser(server.url, bob.identity);
    const reply = await ann.request("call-invite", { to: bob.userId });
    expect(reply).toEqual({ ok: true, callId: expect.stringMatching(/^[\w-]{20,}$/), timeoutMs: 30_000 });
    const { callId } = reply as { callId: string };
    for (const { events } of [bob, second]) {
      expect(await events.next("call-incoming")).toEqual({
        callId,
        from: person(ann.userId, "Ann"),
        video: true,
        timeoutMs: 30_000,
      });
    }
    await settled(ann);
    expect(ann.events.names).toEqual(["online"]);
  });

  it("native-call-1: says whether the caller wants to be seen", async () => {
    const { ann, bob } = await userPair(server.url);
    await ann.request("call-invite", { to: bob.userId, video: false });
    const { callId, video } = await bob.events.next("call-incoming");
    expect(video).toBe(false);
    await bob.request("call-accept", { callId });
    expect(await ann.events.next("call-accepted")).toMatchObject({ video: false });
    expect(await bob.events.next("call-accepted")).toMatchObject({ video: false });
  });

  it("native-call-2: SELF_CALL and USER_OFFLINE", async () => {
    const { ann, bob } = await userPair(server.url);
    const second = await connectUser(server.url, ann.identity);
    expect(await ann.request("call-invite", { to: ann.userId })).toEqual({ ok: false, error: refusalOf("SELF_CALL") });
    bob.socket.disconnect();
    await expect
      .poll(() => ann.request("call-invite", { to: bob.userId }), { interval: 10 })
      .toEqual({ ok: false, error: refusalOf("USER_OFFLINE") });
    expect(second.events.names).toEqual(["online"]);
  });

  it.each([
    ["ringing", invite],
    ["talking", startCall],
  ])("native-call-2: USER_BUSY and ALREADY_IN_CALL while %s", async (_, begin) => {
    const { ann, bob } = await userPair(server.url);
    const { ann: cem } = await userPair(server.url);
    const second = await connectUser(server.url, ann.identity);
    await begin(ann, bob);
    for (const { userId: to } of [ann, bob]) {
      expect(await cem.request("call-invite", { to })).toEqual({ ok: false, error: refusalOf("USER_BUSY") });
    }
    for (const one of [ann, bob, second]) {
      expect(await one.request("call-invite", { to: cem.userId })).toEqual({
        ok: false,
        error: refusalOf("ALREADY_IN_CALL"),
      });
    }
    expect(cem.events.names).toEqual(["online"]);
  });

  it.each([{}, { to: "" }, { to: "a b" }, { to: 7 }, { to: "bob", video: "yes" }, { to: "bob", offer: {} }, [], "bob"])(
    "BAD_REQUEST for %j",
    async (data) => {
      const { ann } = await userPair(server.url);
      expect(await ask(ann.socket, "call-invite", data)).toEqual({ ok: false, error: refusalOf("BAD_REQUEST") });
      ann.socket.emit("call-invite", data);
      expect(await ann.events.next("error")).toEqual(refusalOf("BAD_REQUEST"));
    },
  );
});

describe("call-accept", () => {
  it("native-call-3 native-call-4: the caller and that device get a way in each, the other devices are told", async () => {
    const { ann, bob } = await userPair(server.url);
    const anns = await connectUser(server.url, ann.identity);
    const bobs = await connectUser(server.url, bob.identity);
    const callId = await invite(ann, bob);
    expect(await bob.request("call-accept", { callId })).toEqual({ ok: true });
    const room = {
      roomId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      token: expect.any(String),
      iceServers: [{ urls: ["stun:stun.example.com"] }],
      ttl: 3600,
    };
    const forAnn = await ann.events.next("call-accepted");
    const forBob = await bob.events.next("call-accepted");
    expect(forAnn).toEqual({ callId, peer: person(bob.userId, "Bob"), video: true, room });
    expect(forBob).toEqual({ callId, peer: person(ann.userId, "Ann"), video: true, room });
    expect(forAnn.room.roomId).toBe(forBob.room.roomId);
    expect(forAnn.room.roomId, "nobody knows it while it rings").not.toContain(callId);
    expect(forAnn.room.token).not.toBe(forBob.room.token);
    expect(await bobs.events.next("call-answered-elsewhere")).toEqual({ callId });
    await Promise.all([settled(anns), settled(bobs)]);
    expect(anns.events.names).toEqual(["online"]);
    expect(bobs.events.names).toEqual(["online", "call-incoming", "call-answered-elsewhere"]);
  });

  it("native-call-3: is done twice on the same device, and over on the others", async () => {
    const { ann, bob } = await userPair(server.url);
    const bobs = await connectUser(server.url, bob.identity);
    const callId = await invite(ann, bob);
    await bob.request("call-accept", { callId });
    expect(await bob.request("call-accept", { callId })).toEqual({ ok: true });
    await bobs.events.next("call-answered-elsewhere");
    for (const name of ["call-accept", "call-decline", "call-end"] as const) {
      expect(await bobs.request(name, { callId })).toEqual({ ok: false, error: refusalOf("CALL_TAKEN") });
    }
    await Promise.all([settled(ann), settled(bob)]);
    expect(ann.events.names).toEqual(["online", "call-accepted"]);
    expect(bob.events.names).toEqual(["online", "call-incoming", "call-accepted"]);
  });

  it("native-call-13: of 20 devices at once exactly one has the call", async () => {
    const { ann, bob } = await userPair(server.url);
    const others = await Promise.all(Array.from({ length: 19 }, () => connectUser(server.url, bob.identity)));
    const devices = [bob, ...others];
    const callId = await invite(ann, bob);
    await Promise.all(others.map(({ events }) => events.next("call-incoming")));
    const replies = await Promise.all(devices.map((device) => device.request("call-accept", { callId })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]));
    expect(lost.every((code) => code === "CALL_TAKEN" || code === "CALL_OVER")).toBe(true);

    const winner = devices[replies.findIndex(({ ok }) => ok)];
    await winner?.events.next("call-accepted");
    const losers = devices.filter((device) => device !== winner);
    for (const { events } of losers) expect(await events.next("call-answered-elsewhere")).toEqual({ callId });
    await Promise.all(devices.map(settled));
    for (const { events } of losers) {
      expect(events.names).toEqual(["online", "call-incoming", "call-answered-elsewhere"]);
    }
    expect(winner?.events.names).toEqual(["online", "call-incoming", "call-accepted"]);
    expect(ann.events.names).toEqual(["online", "call-accepted"]);
  });

  it("native-call-13: of 20 callers at once exactly one rings", async () => {
    const { bob } = await userPair(server.url);
    const callers = await Promise.all(Array.from({ length: 20 }, () => userPair(server.url)));
    const replies = await Promise.all(callers.map(({ ann }) => ann.request("call-invite", { to: bob.userId })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.filter((reply) => !reply.ok && reply.error.code === "USER_BUSY")).toHaveLength(19);
    await settled(bob);
    expect(bob.events.names).toEqual(["online", "call-incoming"]);
  });
});

describe("the end", () => {
  it("native-call-5: call-decline on any device ends it for all", async () => {
    const { ann, bob } = await userPair(server.url);
    const bobs = await connectUser(server.url, bob.identity);
    const callId = await invite(ann, bob);
    expect(await bobs.request("call-decline", { callId })).toEqual({ ok: true });
    const ended = { callId, reason: "declined", by: bob.userId };
    expect(await ann.events.next("call-ended")).toEqual(ended);
    expect(await bob.events.next("call-ended")).toEqual(ended);
    await settled(bobs);
    expect(bobs.events.names).toEqual(["online", "call-incoming"]);
    await invite(bob, ann);
  });

  it("native-call-6: call-cancel stops the ringing everywhere", async () => {
    const { ann, bob } = await userPair(server.url);
    const bobs = await connectUser(server.url, bob.identity);
    const callId = await invite(ann, bob);
    expect(await ann.request("call-cancel", { callId })).toEqual({ ok: true });
    for (const { events } of [bob, bobs]) {
      expect(await events.next("call-ended")).toEqual({ callId, reason: "cancelled", by: ann.userId });
    }
    await settled(ann);
    expect(ann.events.names).toEqual(["online"]);
    await invite(bob, ann);
  });

  it("native-call-7: nobody answers in time: all are told, and nobody did it", async () => {
    const quick = await startServer({ CALL_TIMEOUT_MS: "150" });
    const { ann, bob } = await userPair(quick.url);
    const bobs = await connectUser(quick.url, bob.identity);
    const reply = await ann.request("call-invite", { to: bob.userId });
    expect(reply).toMatchObject({ timeoutMs: 150 });
    const { callId } = await bob.events.next("call-incoming");
    for (const { events } of [ann, bob, bobs]) {
      expect(await events.next("call-ended")).toEqual({ callId, reason: "timeout" });
    }
    expect(await bob.request("call-accept", { callId })).toEqual({ ok: false, error: refusalOf("CALL_OVER") });
    await invite(bob, ann);
    await quick.close();
  });

  it.each([
    ["caller", "call-end"],
    ["callee", "call-end"],
    ["caller", "call-cancel"],
    ["callee", "call-decline"],
  ] as const)("native-call-8: %s may end what was answered, by %s, and both are free", async (who, name) => {
    const { ann, bob } = await userPair(server.url);
    const { callId } = await startCall(ann, bob);
    const [one, other] = who === "caller" ? [ann, bob] : [bob, ann];
    expect(await one.request(name, { callId })).toEqual({ ok: true });
    expect(await other.events.next("call-ended")).toEqual({ callId, reason: "ended", by: one.userId });
    await settled(one);
    expect(one.events.names).not.toContain("call-ended");
    await startCall(other, one);
  });

  it("native-call-13: both hang up at once: one of them is told, neither is refused", async () => {
    for (let n = 0; n < 10; n++) {
      const { ann, bob } = await userPair(server.url);
      const { callId } = await startCall(ann, bob);
      const replies = await Promise.all([ann.request("call-end", { callId }), bob.request("call-end", { callId })]);
      expect(replies).toEqual([{ ok: true }, { ok: true }]);
      await Promise.all([settled(ann), settled(bob)]);
      const told = [...ann.events.names, ...bob.events.names].filter((name) => name === "call-ended");
      expect(told).toHaveLength(1);
    }
  });

  it("native-call-13: accepted and cancelled at once: both hear the same end, and nothing after it", async () => {
    for (let n = 0; n < 10; n++) {
      const { ann, bob } = await userPair(server.url);
      const callId = await invite(ann, bob);
      const [accepted] = await Promise.all([
        bob.request("call-accept", { callId }),
        ann.request("call-cancel", { callId }),
      ]);
      const { reason } = await bob.events.next("call-ended");
      expect(reason).toBe(accepted.ok ? "ended" : "cancelled");
      await Promise.all([settled(ann), settled(bob)]);
      expect(bob.events.names.at(-1)).toBe("call-ended");
      await invite(bob, ann);
      expect(ann.events.names.slice(1).filter((name) => name !== "call-incoming").length).toBeLessThanOrEqual(1);
    }
  });

  it("native-call-14: what comes after the end", async () => {
    const { ann, bob } = await userPair(server.url);
    const callId = await invite(ann, bob);
    await ann.request("call-cancel", { callId });
    await bob.events.next("call-ended");
    const over = { ok: false, error: refusalOf("CALL_OVER") };
    for (const one of [ann, bob]) {
      expect(await one.request("call-accept", { callId })).toEqual(over);
      expect(await one.request("call-decline", { callId })).toEqual(over);
      expect(await one.request("call-cancel", { callId })).toEqual({ ok: true });
      expect(await one.request("call-end", { callId })).toEqual({ ok: true });
    }
  });

  it("native-call-14: a caller can't accept or decline the own call", async () => {
    const { ann, bob } = await userPair(server.url);
    const callId = await invite(ann, bob);
    const forbidden = { ok: false, error: refusalOf("FORBIDDEN") };
    expect(await ann.request("call-accept", { callId })).toEqual(forbidden);
    expect(await ann.request("call-decline", { callId })).toEqual(forbidden);
    expect(await bob.request("call-accept", { callId })).toEqual({ ok: true });
  });

  it("a callId is no key: who isn't part of the call can do nothing to it", async () => {
    const { ann, bob } = await userPair(server.url);
    const { ann: eve } = await userPair(server.url);
    const anns = await connectUser(server.url, ann.identity);
    const callId = await invite(ann, bob);
    for (const name of ["call-accept", "call-decline", "call-cancel", "call-end"] as const) {
      const isEnding = name === "call-cancel" || name === "call-end";
      const over = isEnding ? { ok: true } : { ok: false, error: refusalOf("CALL_OVER") };
      expect(await eve.request(name, { callId })).toEqual(over);
      expect(await anns.request(name, { callId })).toEqual({ ok: false, error: refusalOf("CALL_TAKEN") });
    }
    expect(await bob.request("call-accept", { callId })).toEqual({ ok: true });
    await ann.events.next("call-accepted");
    expect(await eve.request("call-end", { callId })).toEqual({ ok: true });
    await settled(bob);
    expect(bob.events.names).toEqual(["online", "call-incoming", "call-accepted"]);
  });
});

it("a name that others can't have is called by what its owner calls it", async () => {
  const { ann } = await userPair(server.url);
  const bob = await signInAndConnect(server.url, `b@ob+${crypto.randomUUID()}.example:1`, { displayName: "Bob ❤" });
  const callId = await invite(ann, bob);
  await bob.request("call-accept", { callId });
  expect((await ann.events.next("call-accepted")).peer).toEqual({ userId: bob.userId, name: "Bob ❤" });
});
