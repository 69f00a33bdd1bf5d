import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChamCallError } from "../chamcall-error.ts";
import { ana, ben, event, incoming, lose, online, ringing, start, started } from "./testing/start-agent.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("comes online with its token and device, and tells who it is", () => {
  const { agent, last, hear } = start();
  expect(agent.getSnapshot().state).toEqual({ state: "connecting" });
  expect(last().auth).toEqual({ token: "t1", deviceId: "d" });
  hear(online());
  expect(agent.getSnapshot()).toMatchObject({ state: { state: "online" }, self: ana, call: { state: "none" } });
});

it("signs in first where it has no token, and again when that has expired", async () => {
  const { signIn, sockets, last, hear } = start({});
  await vi.advanceTimersByTimeAsync(0);
  expect(signIn).toHaveBeenCalledOnce();
  hear(online());
  await lose({ last });
  last().handlers.refused(new ChamCallError("UNAUTHORIZED", "no"));
  await vi.advanceTimersByTimeAsync(300);
  expect(signIn).toHaveBeenCalledTimes(2);
  expect(sockets).toHaveLength(3);
});

it("renews its token before it expires and comes back with it", async () => {
  const all = started();
  await vi.advanceTimersByTimeAsync(1_800_000);
  await all.answer("renew-credentials", { ok: true, token: "t9", iceServers: [], ttl: 3600 });
  await lose(all);
  expect(all.last().auth.token).toBe("t9");
});

it("is refused when the name is someone else's by now", async () => {
  const taken = new ChamCallError("USER_ID_TAKEN", "taken");
  const { agent, unwatch } = start({ signIn: () => Promise.reject(taken) });
  const refused = vi.fn();
  agent.on("refused", refused);
  await vi.advanceTimersByTimeAsync(0);
  expect(agent.getSnapshot().state).toEqual({ state: "refused", error: taken });
  expect(refused).toHaveBeenCalledWith(taken);
  expect(unwatch).toHaveBeenCalledOnce();
});

it("comes back for as long as it takes", async () => {
  const all = started();
  await lose(all);
  for (let attempt = 0; attempt < 40; attempt++) {
    all.last().handlers.lost();
    await vi.advanceTimersByTimeAsync(8001);
  }
  expect(all.agent.getSnapshot().state).toMatchObject({ state: "reconnecting" });
  all.hear(online());
  expect(all.agent.getSnapshot().state).toEqual({ state: "online" });
});

it("follows who is online, without itself, and asks anew after a lost connection", async () => {
  const all = started();
  all.agent.watchUsers();
  const busy = { ...ben, status: "busy" } as const;
  const users = [{ ...ana, status: "available" }, busy, { userId: "cai", name: "Cai", status: "offline" }];
  await all.answer("watch-users", { ok: true, users });
  expect(all.agent.getSnapshot().users).toEqual([busy]);
  all.hear(event({ name: "user-status", data: { ...ben, status: "available" } }));
  all.hear(event({ name: "user-status", data: { userId: "dia", name: "Dia", status: "available" } }));
  expect(all.agent.getSnapshot().users.map(({ userId, status }) => [userId, status])).toEqual([
    ["ben", "available"],
    ["dia", "available"],
  ]);
  all.hear(event({ name: "user-status", data: { ...ben, status: "offline" } }));
  expect(all.agent.getSnapshot().users).toHaveLength(1);
  await lose(all);
  all.hear(online());
  expect(all.said()).toContainEqual({ name: "watch-users" });
});

it("gives its place to another connection of the device, with the call, and stays away", async () => {
  const all = started();
  all.hear(incoming());
  const signedOut = vi.fn();
  all.agent.on("signedOut", signedOut);
  all.hear(event({ name: "signed-out", data: { reason: "replaced" } }));
  all.last().handlers.lost();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(all.sockets).toHaveLength(1);
  expect(all.agent.getSnapshot()).toMatchObject({
    state: { state: "signed-out", reason: "replaced" },
    call: { state: "none" },
  });
  expect(signedOut).toHaveBeenCalledExactlyOnceWith({ reason: "replaced" });
});

it("says goodbye when it is closed, and ends the call before", async () => {
  const all = await ringing();
  all.agent.close();
  expect(all.said()).toContainEqual({ name: "call-cancel", callId: "c1" });
  expect(all.last().end).toBe("goodbye");
  expect(all.agent.getSnapshot().state).toEqual({ state: "signed-out", reason: "closed" });
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(all.sockets).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
