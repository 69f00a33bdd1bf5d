import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  accepted,
  ben,
  ended,
  event,
  incoming,
  refusal,
  ringing,
  room,
  start,
  started,
} from "./testing/start-agent.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("rings, is accepted and hangs up", async () => {
  const all = await ringing();
  expect(all.said()).toEqual([{ name: "call-invite", to: "ben", video: true }]);
  expect(all.call()).toEqual({
    state: "outgoing",
    callId: "c1",
    peer: { userId: "ben", name: "ben" },
    video: true,
    until: Date.now() + 30_000,
  });
  all.hear(accepted());
  expect(all.call()).toMatchObject({ state: "active", peer: ben, room, direction: "outgoing", camera: true });
  await vi.advanceTimersByTimeAsync(60_000);
  all.agent.hangUp();
  expect(all.said()).toContainEqual({ name: "call-end", callId: "c1" });
  expect(all.call()).toMatchObject({ state: "ended", reason: "ended", missed: false, durationMs: 60_000 });
  all.agent.dismiss();
  expect(all.call()).toEqual({ state: "none" });
});

it("is rung and answers without being seen", async () => {
  const all = started();
  const heard = { callIncoming: vi.fn(), callAccepted: vi.fn(), callEnded: vi.fn() };
  all.agent.on("callIncoming", heard.callIncoming);
  all.agent.on("callAccepted", heard.callAccepted);
  all.agent.on("callEnded", heard.callEnded);
  all.hear(incoming());
  expect(all.call()).toMatchObject({ state: "incoming", peer: ben, video: true });
  all.agent.accept({ video: false });
  all.agent.accept({ video: true });
  expect(all.said()).toEqual([{ name: "call-accept", callId: "c1" }]);
  expect(all.call()).toMatchObject({ state: "answering", camera: false });
  await all.answer("call-accept", { ok: true });
  all.hear(accepted());
  expect(all.call()).toMatchObject({ state: "active", direction: "incoming", camera: false, room });
  all.hear(ended("ended", "c1", "ben"));
  expect(all.call()).toMatchObject({ state: "ended", reason: "ended", direction: "incoming", missed: false });
  for (const listener of Object.values(heard)) expect(listener).toHaveBeenCalledOnce();
});

it("declines", () => {
  const all = started();
  all.hear(incoming());
  all.agent.decline();
  expect(all.said()).toEqual([{ name: "call-decline", callId: "c1" }]);
  expect(all.call()).toMatchObject({ state: "ended", reason: "declined", missed: false });
});

it("stops ringing the other", async () => {
  const all = await ringing();
  all.agent.hangUp();
  expect(all.said()).toContainEqual({ name: "call-cancel", callId: "c1" });
  expect(all.call()).toMatchObject({ state: "ended", reason: "cancelled", direction: "outgoing", missed: false });
});

it.each(["timeout", "cancelled"] as const)("has missed a call that ended by %s", (reason) => {
  const all = started();
  all.hear(incoming(), ended(reason));
  expect(all.call()).toMatchObject({ state: "ended", reason, missed: true, peer: ben });
});

it("has not missed what was declined or answered on another device", () => {
  const all = started();
  all.hear(incoming(), ended("declined", "c1", "ana"));
  expect(all.call()).toMatchObject({ reason: "declined", missed: false });
  all.hear(incoming("c2"), event({ name: "call-answered-elsewhere", data: { callId: "c2" } }));
  expect(all.call()).toMatchObject({ reason: "answered-elsewhere", missed: false });
});

it("stops ringing by itself when the server's word is lost", async () => {
  const all = started();
  all.hear(incoming());
  await vi.advanceTimersByTimeAsync(32_999);
  expect(all.call().state).toBe("incoming");
  await vi.advanceTimersByTimeAsync(1);
  expect(all.call()).toMatchObject({ state: "ended", reason: "timeout", missed: true });
});

it.each([
  ["USER_BUSY", "busy"],
  ["USER_OFFLINE", "offline"],
  ["ALREADY_IN_CALL", "refused"],
] as const)("an invitation refused with %s ends as %s", async (code, reason) => {
  const all = started();
  const invited = expect(all.agent.invite("ben")).rejects.toMatchObject({ code });
  await all.answer("call-invite", refusal(code));
  await invited;
  expect(all.call()).toMatchObject({ state: "ended", reason, error: { code }, direction: "outgoing" });
});

it("makes one call at a time, and none without a connection", async () => {
  const all = await ringing();
  await expect(all.agent.invite("cai")).rejects.toMatchObject({ code: "ALREADY_IN_CALL" });
  expect(all.call()).toMatchObject({ state: "outgoing", callId: "c1" });
  const away = start();
  await expect(away.agent.invite("ben")).rejects.toMatchObject({ code: "SERVER_UNREACHABLE" });
  expect(away.call()).toEqual({ state: "none" });
});
