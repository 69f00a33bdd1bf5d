import { randomUUID } from "node:crypto";
import type { DeviceCommand } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Address } from "../member.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import type { Reply } from "../reply.ts";
import { spend } from "../spend.ts";
import { announceStatus } from "../users/announce-status.ts";
import type { Device } from "../users/device.ts";
import type { RingingCall } from "./call.ts";
import { settleLater, timerOf } from "./settle.ts";

/** Each one is told to everyone who watches the list of people: a tenth of what an address may join. */
const allowance = (joinRate: number) => ({ points: Math.max(1, Math.floor(joinRate / 10)), windowMs: 60_000 });

/**
 * Rings every device of a user that can take the call.
 * Throws DRAINING, RATE_LIMITED, SELF_CALL, ALREADY_IN_CALL, USER_OFFLINE, USER_BUSY, DEVICE_INCOMPATIBLE.
 */
export async function invite(
  ctx: Context,
  device: Device,
  { to, video, offer }: Extract<DeviceCommand, { type: "invite" }>,
): Promise<Reply> {
  refuseWhileDraining(ctx);
  const { appId, userId, name } = device.claims;
  if (to === userId) throw new Refusal("SELF_CALL");
  await spend(ctx, `invite:${appId}/${userId}`, allowance(ctx.policy.joinRate));

  const key = { appId, userId: to };
  const online = await ctx.presence.devicesOf(key);
  const [first] = online;
  if (!first) throw new Refusal("USER_OFFLINE");
  const { medium } = device.policy;
  const ringing = online.filter((one) => one.medium === medium).map(({ address }) => address);
  if (ringing.length === 0) throw new Refusal((await ctx.calls.of(key)) ? "USER_BUSY" : "DEVICE_INCOMPATIBLE");

  const timeoutMs = ctx.policy.callTimeoutMs;
  const call: RingingCall = {
    state: "ringing",
    callId: randomUUID(),
    appId,
    medium,
    video,
    caller: { userId, name },
    callee: { userId: to, name: first.name },
    callerAt: device.address,
    ringing,
    ringsUntil: ctx.now() + timeoutMs,
  };
  const outcome = await ctx.calls.start(call);
  if (outcome === "caller-busy") throw new Refusal("ALREADY_IN_CALL");
  if (outcome === "callee-busy") throw new Refusal("USER_BUSY");

  const { callId, caller, callee, callerAt } = call;
  device.line = { state: "in-call", callId, peer: to, peers: ringing };
  settleLater(ctx, callId, timeoutMs, { type: "time-out" });
  const rung = await catchUp(ctx, device, call);
  if (!rung) {
    device.hangUp(callId);
    ctx.timers.clear(timerOf(callId));
    throw new Refusal("USER_OFFLINE");
  }
  device.line = { state: "in-call", callId, peer: to, peers: rung };
  for (const one of rung) {
    ctx.bus.deliver(one, { type: "call-incoming", callId, from: caller, callerAt, video, timeoutMs, offer });
  }
  ctx.publish({ type: "call.ringing", appId, callId });
  announceStatus(ctx, appId, caller);
  announceStatus(ctx, appId, callee);
  return { ok: true, answer: { callId, timeoutMs } };
}

/**
 * From its start on, devices that come and go find the call by themselves. Those that did while it was being made
 * could not: they are brought up to date before anyone is told. Returns whom to tell that it rings; undefined when the
 * call is over already.
 */
async function catchUp(ctx: Context, device: Device, { appId, callId, callee, medium, ringing }: RingingCall) {
  const online = await ctx.presence.devicesOf({ appId, userId: callee.userId });
  const here = online.filter((one) => one.medium === medium).map(({ address }) => address);
  const untold = [...ringing];
  for (const one of here) {
    const { outcome } = await ctx.calls.apply(callId, { type: "reach", device: one });
    if (outcome === "changed") untold.push(one);
  }
  const gone = ringing.filter((one) => !isIn(here, one)).map(({ recipientId }) => recipientId);
  if (device.state.state === "gone") gone.push(device.id);
  for (const at of gone) await ctx.calls.apply(callId, { type: "lose", at });
  const call = await ctx.calls.of(device.claims);
  if (call?.state !== "ringing" || call.callId !== callId) return undefined;
  return call.ringing.filter((one) => isIn(untold, one));
}

function isIn(devices: readonly Address[], { recipientId }: Address): boolean {
  return devices.some((one) => one.recipientId === recipientId);
}
