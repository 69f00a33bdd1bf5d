import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { connectUser, invite, settled, startCall, userPair } from "../../helpers/user-client.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

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
