import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { coreForEachTest } from "../../../test/helpers/core-for-each-test.ts";
import { startCore, Wire } from "../../../test/helpers/test-core.ts";

coreForEachTest();

describe("whatever the two do at the same moment", () => {
  const USERS = ["ann", "bob", "cem"] as const;
  const user = fc.constantFrom(...USERS);
  const action = fc.oneof(
    fc.record({ type: fc.constant("invite" as const), who: user, to: user }),
    fc.record({
      type: fc.constantFrom("answer" as const, "decline" as const, "hang-up" as const),
      who: user,
      to: user,
    }),
    fc.record({ type: fc.constant("wait" as const), who: user, to: user }),
  );

  it("every call ends once, and both sides are told the same, in the order it happened", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
        async (rounds) => {
          const own = await startCore();
          const kept = vi.getTimerCount();
          const wires = new Map<string, Wire>();
          for (const userId of USERS) {
            const wire = new Wire(own);
            await wire.ask({ type: "go-online", userId, device: { deviceId: "only", medium: "sdp", graceMs: 0 } });
            wires.set(userId, wire);
          }
          for (const round of rounds) {
            await Promise.all(
              round.map(async ({ type, who, to }) => {
                const wire = wires.get(who);
                if (type === "wait") return vi.advanceTimersByTimeAsync(30_000);
                if (type === "invite") {
                  return wire?.ask({ type, to, video: false, offer: { type: "offer", sdp: "" } });
                }
                const answer = { type: "answer", sdp: "" } as const;
                return wire?.ask({ type, call: { peer: to }, ...(type === "answer" ? { answer } : {}) });
              }),
            );
          }
          for (const [userId, wire] of wires) {
            for (const peer of USERS) if (peer !== userId) await wire.ask({ type: "hang-up", call: { peer } });
          }

          const byType = (type: string) =>
            own.published.flatMap((event) => (event.type === type && "callId" in event ? [event.callId] : []));
          const endings = own.published.flatMap((event) => (event.type === "call.ended" ? [event] : []));
          expect(byType("call.ended").sort()).toEqual(byType("call.ringing").sort());
          expect(new Set(byType("call.ended")).size).toBe(endings.length);
          expect(await own.cluster.calls.busy("public")).toEqual(new Set());
          await vi.advanceTimersByTimeAsync(1000);
          expect(vi.getTimerCount(), "but for those that a core keeps").toBeLessThanOrEqual(kept);
          for (const { callId, reason } of endings) {
            const told = [...wires.values()].flatMap((wire) =>
              wire.all("call-ended").filter((one) => one.callId === callId),
            );
            expect(told.length).toBe(reason === "timeout" ? 2 : 1);
            for (const one of told) expect(one.reason).toBe(reason);
          }
          for (const wire of wires.values()) {
            for (const [n, event] of wire.heard.entries()) {
              if (event.type !== "call-ended") continue;
              const later = wire.heard.slice(n + 1);
              expect(later.some((one) => "callId" in one && one.callId === event.callId)).toBe(false);
            }
          }
          expect(own.reported).toEqual([]);
          await own.close();
        },
      ),
      { numRuns: 150 },
    );
  });
});
