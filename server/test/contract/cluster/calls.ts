import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RingingCall } from "../../../src/core/calls/call.ts";
import type { CallEvent } from "../../../src/core/calls/transition.ts";
import { ringingCall } from "../../helpers/ringing-call.ts";
import type { MakeNodes, Nodes } from "./nodes.ts";

/** What every adapter of Calls keeps. */
export function callsContract(makeNodes: MakeNodes): void {
  let nodes: Nodes;
  beforeEach(async () => {
    nodes = await makeNodes(Date.now);
  });
  afterEach(() => nodes.close());

  const node = (n: number) => (n % 2 ? nodes.one : nodes.two).cluster.calls;
  const start = (call: RingingCall, n = 0) => node(n).start(call);
  const apply = (callId: string, event: CallEvent, n = 0) => node(n).apply(callId, event);
  const of = (userId: string, appId = "app") => nodes.one.cluster.calls.of({ appId, userId });
  const answer: CallEvent = { type: "answer", at: "device-of-bob" };
  const hangUp: CallEvent = { type: "hang-up", at: "device-of-ann" };
  const timeOut: CallEvent = { type: "time-out" };

  /** Each in one order on one node, in the other on the other: nobody is always first. */
  const race = (callId: string, events: readonly CallEvent[]) =>
    Promise.all(events.map((event, n) => apply(callId, event, n)));

  describe("start", () => {
    it("makes both busy, on every node", async () => {
      const call = ringingCall("ann", "bob");
      expect(await start(call)).toBe("started");
      for (const userId of ["ann", "bob"]) {
        expect(await nodes.one.cluster.calls.of({ appId: "app", userId })).toEqual(call);
        expect(await nodes.two.cluster.calls.of({ appId: "app", userId })).toEqual(call);
      }
      expect(await nodes.two.cluster.calls.busy("app")).toEqual(new Set(["ann", "bob"]));
    });

    it.each([
      ["ann", "cem", "caller-busy"],
      ["bob", "cem", "caller-busy"],
      ["cem", "ann", "callee-busy"],
      ["cem", "bob", "callee-busy"],
      ["bob", "ann", "caller-busy"],
      ["ann", "bob", "caller-busy"],
    ])("while ann rings bob, %s calling %s is %s, and nothing changes", async (from, to, outcome) => {
      const first = ringingCall("ann", "bob");
      await start(first);
      expect(await start(ringingCall(from, to), 1)).toBe(outcome);
      expect(await of("ann")).toEqual(first);
      expect(await of("cem")).toBeUndefined();
      expect(await node(0).busy("app")).toEqual(new Set(["ann", "bob"]));
    });

    it("is atomic for the callee: of 200 at once exactly one is started", async () => {
      const callers = Array.from({ length: 200 }, (_, n) => `caller-${n}`);
      const outcomes = await Promise.all(callers.map((caller, n) => start(ringingCall(caller, "bob"), n)));
      const winners = callers.filter((_, n) => outcomes[n] === "started");
      expect(winners).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === "callee-busy")).toHaveLength(199);
      expect(await node(0).busy("app")).toEqual(new Set([...winners, "bob"]));
      expect(await of("bob")).toMatchObject({ caller: { userId: winners[0] } });
    });

    it("is atomic for the caller: of 200 at once exactly one is started", async () => {
      const callees = Array.from({ length: 200 }, (_, n) => `callee-${n}`);
      const outcomes = await Promise.all(callees.map((callee, n) => start(ringingCall("ann", callee), n)));
      expect(outcomes.filter((outcome) => outcome === "started")).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === "caller-busy")).toHaveLength(199);
      expect((await node(0).busy("app")).size).toBe(2);
    });

    it("is atomic for both: when two call each other, one call rings", async () => {
      for (let n = 0; n < 20; n++) {
        const [a, b] = [`a${n}`, `b${n}`];
        const outcomes = await Promise.all([start(ringingCall(a, b), n), start(ringingCall(b, a), n + 1)]);
        expect(outcomes.filter((outcome) => outcome === "started")).toHaveLength(1);
        expect(await of(a)).toEqual(await of(b));
      }
    });

    it("keeps the same names in two apps apart", async () => {
      await start(ringingCall("ann", "bob"));
      expect(await start(ringingCall("ann", "bob", { appId: "other" }))).toBe("started");
      expect(await of("ann")).toMatchObject({ appId: "app" });
      expect(await of("ann", "other")).toMatchObject({ appId: "other" });
      expect(await of("ann", "third")).toBeUndefined();
      expect(await node(1).busy("other")).toEqual(new Set(["ann", "bob"]));
    });
  });

  describe("apply", () => {
    it("carries the machine on, and tells what it was before", async () => {
      const call = ringingCall("ann", "bob");
      await start(call);
      const { ringing, ringsUntil: _, ...rest } = call;
      const active = { ...rest, state: "active", calleeAt: ringing[0], arrived: [] };
      expect(await apply(call.callId, answer)).toEqual({ outcome: "changed", before: call, call: active });
      expect(await of("bob")).toEqual(active);
      expect(await apply(call.callId, answer, 1)).toEqual({ outcome: "unchanged", call: active });
    });

    it("refuses what the machine refuses, and changes nothing", async () => {
      const call = ringingCall("ann", "bob");
      await start(call);
      expect(await apply(call.callId, { type: "answer", at: "device-of-ann" })).toEqual({
        outcome: "refused",
        code: "FORBIDDEN",
      });
      expect(await of("ann")).toEqual(call);
    });

    it("forgets an ended call, and its users are free again", async () => {
      const call = ringingCall("ann", "bob");
      await start(call);
      expect(await apply(call.callId, timeOut)).toMatchObject({
        outcome: "changed",
        before: call,
        call: { state: "ended", reason: "timeout" },
      });
      expect(await of("ann")).toBeUndefined();
      expect(await of("bob")).toBeUndefined();
      expect(await node(1).busy("app")).toEqual(new Set());
      for (const event of [answer, hangUp, timeOut]) {
        expect(await apply(call.callId, event, 1)).toEqual({ outcome: "gone" });
      }
      expect(await start(ringingCall("bob", "ann"))).toBe("started");
    });

    it("knows nothing of a call that never was", async () => {
      expect(await apply("never", answer)).toEqual({ outcome: "gone" });
    });

    it("an end that comes late doesn't touch the next call of the two", async () => {
      const [first, second] = [ringingCall("ann", "bob"), ringingCall("ann", "bob")];
      await start(first);
      await apply(first.callId, hangUp);
      await start(second);
      expect(await apply(first.callId, timeOut)).toEqual({ outcome: "gone" });
      expect(await of("ann")).toEqual(second);
    });

    it("answer, hang-up and time-out at once: the call ends once, answered before or not at all", async () => {
      for (let n = 0; n < 30; n++) {
        const call = ringingCall(`a${n}`, `b${n}`, {}, { callee: "device-of-bob", caller: "device-of-ann" });
        await start(call, n);
        const events = [answer, hangUp, timeOut];
        // Every order.
        const order = [...events.slice(n % 3), ...events.slice(0, n % 3)];
        const settled = await race(call.callId, n % 2 ? order : order.toReversed());
        const changes = settled.flatMap((one) => (one.outcome === "changed" ? [one] : []));
        const endings = changes.filter(({ call: { state } }) => state === "ended");
        expect(endings).toHaveLength(1);
        // Answered first, the time-out means nothing any more, and the caller ends what has begun.
        const reason = endings[0]?.call.state === "ended" ? endings[0].call.reason : undefined;
        expect(reason).toBe(changes.length === 2 ? "ended" : reason === "timeout" ? "timeout" : "cancelled");
        expect(await of(`a${n}`)).toBeUndefined();
      }
    });

    it("answer and time-out at once: exactly one wins", async () => {
      for (let n = 0; n < 20; n++) {
        const call = ringingCall(`a${n}`, `b${n}`, {}, { callee: "device-of-bob", caller: "device-of-ann" });
        await start(call, n);
        const settled = await race(call.callId, n % 2 ? [answer, timeOut] : [timeOut, answer]);
        expect(settled.filter(({ outcome }) => outcome === "changed")).toHaveLength(1);
        const left = await of(`a${n}`);
        const answered = settled[n % 2 ? 0 : 1]?.outcome === "changed";
        expect(left?.state).toBe(answered ? "active" : undefined);
      }
    });

    it("50 devices that answer at once: exactly one has the call, the others are told that it is taken", async () => {
      const devices = Array.from({ length: 50 }, (_, n) => `device-${n}`);
      const ringing = devices.map((recipientId) => ({ nodeId: nodes.one.nodeId, recipientId }));
      const call = ringingCall("ann", "bob", { ringing });
      await start(call);
      const settled = await race(
        call.callId,
        devices.map((at) => ({ type: "answer", at })),
      );
      const winners = devices.filter((_, n) => settled[n]?.outcome === "changed");
      expect(winners).toHaveLength(1);
      expect(settled.filter((one) => one.outcome === "refused" && one.code === "CALL_TAKEN")).toHaveLength(49);
      expect(await of("bob")).toMatchObject({ calleeAt: { recipientId: winners[0] } });
    });

    it("everyone who hangs up at once: one of them ended it", async () => {
      const call = ringingCall("ann", "bob");
      await start(call);
      await apply(call.callId, answer);
      const settled = await race(
        call.callId,
        Array.from({ length: 50 }, (_, n) => ({ type: "hang-up", at: n % 3 ? "device-of-ann" : "device-of-bob" })),
      );
      expect(settled.filter(({ outcome }) => outcome === "changed")).toHaveLength(1);
      expect(settled.filter(({ outcome }) => outcome === "gone")).toHaveLength(49);
    });
  });

  it("countActive counts the app's answered calls", async () => {
    const [first, second] = [ringingCall("ann", "bob"), ringingCall("cem", "dan")];
    const elsewhere = ringingCall("ann", "bob", { appId: "other" });
    for (const call of [first, second, elsewhere]) await start(call);
    expect(await node(0).countActive("app")).toBe(0);
    await apply(first.callId, answer);
    await apply(elsewhere.callId, answer);
    expect(await node(0).countActive("app")).toBe(1);
    expect(await node(1).countActive("app")).toBe(1);
    await apply(first.callId, hangUp);
    expect(await node(1).countActive("app")).toBe(0);
    expect(await node(1).countActive("nobody's")).toBe(0);
  });

  it("takes names for what they are", async () => {
    expect(await start(ringingCall("__proto__", "constructor"))).toBe("started");
    expect(await of("constructor")).toMatchObject({ caller: { userId: "__proto__" } });
    expect(await of("toString")).toBeUndefined();
  });
}
