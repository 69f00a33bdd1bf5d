import { randomUUID } from "node:crypto";
import type { DeviceCommand } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import type { Reply } from "../reply.ts";
import { spend } from "../spend.ts";
import { announceStatus } from "../users/announce-status.ts";
import type { Device } from "../users/device.ts";
import type { RingingCall } from "./call.ts";
import { settle, settleLater } from "./settle.ts";

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
  await spend(ctx, `invite:${appId}/${userId}`, { points: ctx.policy.joinRate, windowMs: 60_000 });

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
  for (const one of ringing) {
    ctx.bus.deliver(one, { type: "call-incoming", callId, from: caller, callerAt, video, timeoutMs, offer });
  }
  ctx.publish({ type: "call.ringing", appId, callId });
  // Replaced while the call was being made, before there was one to hand on.
  if (device.state.state === "gone") await settle(ctx, callId, { type: "lose", at: device.id });
  await loseThoseGone(ctx, call);
  await Promise.all([announceStatus(ctx, appId, caller), announceStatus(ctx, appId, callee)]);
  return { ok: true, answer: { callId, timeoutMs } };
}

/** Devices that went while the call was being made would otherwise ring in vain until the time is up. */
async function loseThoseGone(ctx: Context, call: RingingCall): Promise<void> {
  const online = await ctx.presence.devicesOf({ appId: call.appId, userId: call.callee.userId });
  const here = new Set(online.map(({ address }) => address.recipientId));
  for (const { recipientId } of call.ringing) {
    if (!here.has(recipientId)) await settle(ctx, call.callId, { type: "lose", at: recipientId });
  }
}
