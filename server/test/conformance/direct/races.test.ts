import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { callFailed, directPair, registerDirectly, ring, settled, talk } from "../../helpers/direct-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { answer, offer } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

// Whatever happens at the same moment: exactly one has its way, and both sides are told the same.

const TIMEOUT_MS = 1500;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CALL_TIMEOUT_MS: String(TIMEOUT_MS) });
});
afterEach(closeSockets);
afterAll(() => server.close());

type Pair = Awaited<ReturnType<typeof directPair>>;

const manyPairs = (count: number) => Promise.all(Array.from({ length: count }, () => directPair(server.url)));
const both = async ({ ann, bob }: Pair) => void (await Promise.all([settled(ann), settled(bob)]));
const count = ({ events }: Pair["ann"], name: string) => events.names.filter((one) => one === name).length;

/** Neither is left in a call. */
async function areFree({ ann, bob }: Pair): Promise<void> {
  ann.send("make_call", { to: bob.userId, offer });
  await bob.events.next("incoming_call");
}

describe("direct-call-13: one has its way", () => {
  it("200 callers at once at one callee: one rings, 199 are told call_busy", { timeout: 60_000 }, async () => {
    const callee = await registerDirectly(server.url, "callee-of-200");
    const callers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => registerDirectly(server.url, `caller-${n}-of-200`)),
    );
    for (const caller of callers) caller.send("make_call", { to: callee.userId, from: caller.userId, offer });
    const { from } = await callee.events.next("incoming_call");
    await Promise.all([settled(callee), ...callers.map(settled)]);

    const busy = callers.filter((caller) => count(caller, "call_busy") === 1);
    expect(busy).toHaveLength(199);
    for (const { events } of busy) {
      expect(events.all.slice(1)).toEqual([{ name: "call_busy", data: { targetUser: callee.userId }, seq: undefined }]);
    }
    const winner = callers.find((caller) => !busy.includes(caller));
    expect(winner?.userId).toBe(from);
    expect(winner?.events.names).toEqual(["user_registered"]);
    expect(callee.events.names).toEqual(["user_registered", "incoming_call"]);
    callee.send("answer_call", { to: from, from: callee.userId, answer });
    expect(await winner?.events.next("call_answered")).toEqual({ from: callee.userId, answer });
  });

  it("an answer and a cancellation at once: answered and ended, or cancelled and too late", async () => {
    for (const pair of await manyPairs(30)) {
      const { ann, bob } = pair;
      await ring(ann, bob);
      bob.send("answer_call", { to: ann.userId, from: bob.userId, answer });
      ann.send("end_call", { to: bob.userId, from: ann.userId });
      const { reason } = await bob.events.next("call_ended");
      await both(pair);
      const answered = reason === "ended";
      expect(reason).toBe(answered ? "ended" : "cancelled");
      expect(ann.events.names).toEqual(["user_registered", ...(answered ? ["call_answered"] : [])]);
      expect(count(bob, "call_failed")).toBe(answered ? 0 : 1);
      expect(count(bob, "call_ended")).toBe(1);
      await areFree(pair);
    }
  });

  it("a refusal and a cancellation at once: declined, or cancelled and too late", async () => {
    for (const pair of await manyPairs(30)) {
      const { ann, bob } = pair;
      await ring(ann, bob);
      ann.send("end_call", { to: bob.userId, from: ann.userId });
      bob.send("decline_call", { to: ann.userId, from: bob.userId });
      await both(pair);
      const declined = count(ann, "call_declined") === 1;
      expect(ann.events.names).toEqual(["user_registered", ...(declined ? ["call_declined"] : [])]);
      expect(bob.events.names.slice(2)).toEqual(declined ? [] : ["call_ended", "error"]);
      if (!declined) expect(await bob.events.next("error")).toEqual(refusalOf("CALL_OVER"));
      await areFree(pair);
    }
  });

  it("answers just when the time is up: answered, or timed out for both", async () => {
    const pairs = await manyPairs(30);
    await Promise.all(
      pairs.map(async ({ ann, bob }, n) => {
        await ring(ann, bob);
        // Around the moment, some before and some behind.
        await new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS - 20 + n));
        bob.send("answer_call", { to: ann.userId, from: bob.userId, answer });
      }),
    );
    for (const pair of pairs) {
      const { ann, bob } = pair;
      const heard = await Promise.race([
        ann.events.next("call_answered").then(() => "answered"),
        ann.events.next("call_timeout").then(() => "timed out"),
      ]);
      await both(pair);
      if (heard === "answered") {
        expect(ann.events.names).toEqual(["user_registered", "call_answered"]);
        expect(bob.events.names).toEqual(["user_registered", "incoming_call"]);
      } else {
        expect(ann.events.names).toEqual(["user_registered", "call_timeout"]);
        expect(bob.events.names).toEqual(["user_registered", "incoming_call", "call_timeout", "call_failed"]);
      }
    }
  });

  it("one caller who calls 20 at once rings one", async () => {
    const ann = await registerDirectly(server.url, "ann-who-calls-20");
    const callees = await Promise.all(
      Array.from({ length: 20 }, (_, n) => registerDirectly(server.url, `one-of-20-${n}`)),
    );
    for (const { userId } of callees) ann.send("make_call", { to: userId, from: ann.userId, offer });
    await Promise.all([settled(ann), ...callees.map(settled)]);
    expect(callees.filter((callee) => count(callee, "incoming_call") === 1)).toHaveLength(1);
    expect(count(ann, "call_failed")).toBe(19);
  });
});

it("direct-call-12: two who call each other at once: one call rings, and the other caller hears why", async () => {
  for (const pair of await manyPairs(20)) {
    const { ann, bob } = pair;
    ann.send("make_call", { to: bob.userId, from: ann.userId, offer });
    bob.send("make_call", { to: ann.userId, from: bob.userId, offer });
    await both(pair);
    const [first, second] = count(bob, "incoming_call") === 1 ? [ann, bob] : [bob, ann];
    expect(first.events.names).toEqual(["user_registered"]);
    expect(second.events.names.slice(1).sort()).toEqual(["call_failed", "incoming_call"]);
    expect(await second.events.next("call_failed")).toEqual(callFailed("ALREADY_IN_CALL", first.userId));
    second.send("answer_call", { to: first.userId, from: second.userId, answer });
    expect(await first.events.next("call_answered")).toEqual({ from: second.userId, answer });
  }
});

it("direct-call-10: both hang up at once: no error for anyone, and at most one call_ended each", async () => {
  for (const pair of await manyPairs(30)) {
    const { ann, bob } = pair;
    await talk(ann, bob);
    ann.send("end_call", { to: bob.userId, from: ann.userId });
    bob.send("end_call", { to: ann.userId, from: bob.userId });
    await both(pair);
    expect(count(ann, "call_ended") + count(bob, "call_ended")).toBe(1);
    const heard = [...ann.events.names, ...bob.events.names];
    expect(heard).not.toContain("error");
    expect(heard).not.toContain("call_failed");
    await areFree(pair);
  }
});
