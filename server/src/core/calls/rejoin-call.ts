import type { CurrentCall } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import type { Address } from "../member.ts";
import type { Device } from "../users/device.ts";
import type { ActiveCall, RingingCall } from "./call.ts";
import { isInRoom, issueCallRoom } from "./call-room.ts";
import { settle } from "./settle.ts";
import type { CallEvent } from "./transition.ts";

/**
 * Connects a device that has just come online to its user's call, if it has one that this device can be part of:
 * in the place of the device it replaces, or as one more that rings. A call can't move to another connection where
 * descriptions are the medium of either: there it loses the device that was replaced.
 */
export async function rejoinCall(
  ctx: Context,
  device: Device,
  replaced: Address | undefined,
): Promise<CurrentCall | undefined> {
  const settlement = await settle(ctx, device.claims, (call) => eventFor(call, device, replaced));
  if (settlement.outcome !== "changed" || settlement.call.state === "ended") return undefined;
  return describe(ctx, device, settlement.call);
}

function eventFor(
  call: RingingCall | ActiveCall,
  { policy, claims, address }: Device,
  replaced: Address | undefined,
): CallEvent | undefined {
  if (call.medium === "sdp" || policy.medium === "sdp") return replaced && { type: "lose", at: replaced.recipientId };
  if (replaced && isPartOf(call, replaced)) return { type: "move", from: replaced.recipientId, to: address };
  const rings = call.state === "ringing" && call.callee.userId === claims.userId;
  return rings ? { type: "reach", device: address } : undefined;
}

function isPartOf(call: RingingCall | ActiveCall, { recipientId }: Address): boolean {
  const devices = call.state === "ringing" ? [call.callerAt, ...call.ringing] : [call.callerAt, call.calleeAt];
  return devices.some((device) => device.recipientId === recipientId);
}

async function describe(
  ctx: Context,
  device: Device,
  call: RingingCall | ActiveCall,
): Promise<CurrentCall | undefined> {
  const { callId, caller, callee, callerAt, video } = call;
  const isCaller = callerAt.recipientId === device.id;
  const peer = isCaller ? callee : caller;
  const peers = !isCaller ? [callerAt] : call.state === "ringing" ? call.ringing : [call.calleeAt];
  device.line = { state: "in-call", callId, peer: peer.userId, peers };
  if (call.state === "active") {
    if (!isInRoom(call)) return undefined;
    const room = await issueCallRoom(ctx, call, isCaller ? caller : callee);
    return { state: "active", callId, peer, video, room };
  }
  const timeoutMs = Math.max(0, call.ringsUntil - ctx.now());
  return isCaller
    ? { state: "outgoing", callId, to: callee, video, timeoutMs }
    : { state: "incoming", callId, from: caller, video, timeoutMs };
}
