import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { connectUser, invite, settled, signInAndConnect, userPair } from "../../helpers/user-client.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ STUN_URLS: "stun:stun.example.com" });
});
afterEach(closeSockets);
afterAll(() => server.close());

const person = (userId: string, name: string) => ({ userId, name });

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

it("a name that others can't have is called by what its owner calls it", async () => {
  const { ann } = await userPair(server.url);
  const bob = await signInAndConnect(server.url, `b@ob+${crypto.randomUUID()}.example:1`, { displayName: "Bob ❤" });
  const callId = await invite(ann, bob);
  await bob.request("call-accept", { callId });
  expect((await ann.events.next("call-accepted")).peer).toEqual({ userId: bob.userId, name: "Bob ❤" });
});
