import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { accepted, ben, incoming, lose, online, ringing, room, start, started } from "./testing/start-agent.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  ["incoming", { state: "incoming", callId: "c1", from: ben, video: true, timeoutMs: 9000 }, { until: 9000 }],
  ["outgoing", { state: "outgoing", callId: "c1", to: ben, video: true, timeoutMs: 9000 }, { until: 9000 }],
  ["active", { state: "active", callId: "c1", peer: ben, video: true, room }, { room }],
])("finds itself in an %s call after a reload", (state, current, more) => {
  const all = start();
  all.hear(online(current));
  const until = "until" in more ? { until: Date.now() + 9000 } : more;
  expect(all.call()).toMatchObject({ state, callId: "c1", peer: ben, ...until });
});

it("keeps its call over a lost connection, with the new token of its room", async () => {
  const all = await ringing();
  all.hear(accepted());
  await lose(all);
  expect(all.agent.getSnapshot()).toMatchObject({ state: { state: "reconnecting" }, call: { state: "active" } });
  const again = { ...room, token: "another" };
  all.hear(online({ state: "active", callId: "c1", peer: ben, video: true, room: again }));
  expect(all.call()).toMatchObject({ state: "active", direction: "outgoing", camera: true, room: again });
});

it.each([
  ["incoming", incoming(), true],
  ["active", accepted(), false],
])("a lost connection comes back without the %s call: it is over", async (_state, last, missed) => {
  const all = started();
  all.hear(incoming());
  if (!missed) all.agent.accept();
  all.hear(last);
  await lose(all);
  all.hear(online());
  expect(all.call()).toMatchObject({ state: "ended", reason: "disconnected", missed });
});

it("says again what a lost connection may have swallowed: the answer", async () => {
  const all = started();
  all.hear(incoming());
  all.agent.accept({ video: false });
  await lose(all);
  expect(all.call()).toMatchObject({ state: "answering" });
  all.hear(online({ state: "incoming", callId: "c1", from: ben, video: true, timeoutMs: 9000 }));
  expect(all.said()).toEqual([{ name: "call-accept", callId: "c1" }]);
});

it("an invitation whose answer was lost goes on where it rings, and is over where it doesn't", async () => {
  for (const current of [{ state: "outgoing", callId: "c1", to: ben, video: true, timeoutMs: 9000 }, undefined]) {
    const all = started();
    const invited = expect(all.agent.invite("ben")).rejects.toMatchObject({ code: "SERVER_UNREACHABLE" });
    await lose(all);
    await invited;
    expect(all.call()).toMatchObject({ state: "outgoing" });
    all.hear(online(current));
    expect(all.call()).toMatchObject(current ? { state: "outgoing", callId: "c1" } : { state: "ended" });
  }
});

it.each([
  ["call-decline", { state: "incoming", callId: "c1", from: ben, video: true, timeoutMs: 9000 }],
  ["call-end", { state: "active", callId: "c1", peer: ben, video: true, room }],
])("says again what a lost connection may have swallowed: %s", async (name, current) => {
  const all = started();
  all.hear(incoming());
  if (current.state === "active") {
    all.agent.accept();
    all.hear(accepted());
  }
  all.agent.hangUp();
  await lose(all);
  all.hear(online(current));
  expect(all.said()).toEqual([{ name, callId: "c1" }]);
  expect(all.call().state).toBe("ended");
});
