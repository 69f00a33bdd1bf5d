import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { accepted, ended, event, incoming, refusal, ringing, started } from "./testing/start-agent.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("race: cancelled before the server had answered the invitation", async () => {
  const all = started();
  const invited = all.agent.invite("ben");
  all.agent.hangUp();
  await all.answer("call-invite", { ok: true, callId: "c1", timeoutMs: 30_000 });
  await invited;
  expect(all.said()).toContainEqual({ name: "call-cancel", callId: "c1" });
  expect(all.call()).toMatchObject({ state: "ended", reason: "cancelled" });
});

it("race: cancelled here while it was accepted there ends the call", async () => {
  const all = await ringing();
  all.agent.hangUp();
  all.hear(accepted());
  expect(all.said().slice(1)).toEqual([
    { name: "call-cancel", callId: "c1" },
    { name: "call-end", callId: "c1" },
  ]);
  expect(all.call()).toMatchObject({ state: "ended", reason: "cancelled" });
});

it("race: accepted here while the caller gave up has one outcome, whatever is heard first", async () => {
  for (const order of ["event first", "refusal first"] as const) {
    const all = started();
    const callEnded = vi.fn();
    all.agent.on("callEnded", callEnded);
    all.hear(incoming());
    all.agent.accept();
    if (order === "event first") all.hear(ended("cancelled"));
    await all.answer("call-accept", refusal("CALL_OVER"));
    if (order === "refusal first") all.hear(ended("cancelled"));
    expect(all.call()).toMatchObject({ state: "ended", reason: "cancelled" });
    expect(callEnded).toHaveBeenCalledOnce();
  }
});

it("race: accepted on two devices, the other was faster", async () => {
  const all = started();
  all.hear(incoming());
  all.agent.accept();
  await all.answer("call-accept", refusal("CALL_TAKEN"));
  all.hear(event({ name: "call-answered-elsewhere", data: { callId: "c1" } }));
  expect(all.call()).toMatchObject({ state: "ended", reason: "answered-elsewhere", missed: false });
});

it("race: the end or the acceptance overtakes the answer to the invitation", async () => {
  for (const [overtaking, expected] of [
    [ended("declined"), { state: "ended", reason: "declined", callId: "c1" }],
    [accepted(), { state: "active", callId: "c1" }],
  ] as const) {
    const all = started();
    const invited = all.agent.invite("ben");
    all.hear(overtaking);
    await all.answer("call-invite", { ok: true, callId: "c1", timeoutMs: 30_000 });
    await invited;
    expect(all.call()).toMatchObject(expected);
    expect(all.said()).toHaveLength(1);
  }
});

it("race: two ring each other, and the one that the server took wins", async () => {
  const all = started();
  const invited = expect(all.agent.invite("ben")).rejects.toMatchObject({ code: "USER_BUSY" });
  all.hear(incoming());
  await all.answer("call-invite", refusal("USER_BUSY"));
  await invited;
  expect(all.call()).toMatchObject({ state: "incoming", callId: "c1" });
});
