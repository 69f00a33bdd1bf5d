import type { Context } from "../context.ts";
import { announceStatus } from "../users/announce-status.ts";
import type { ActiveCall, EndedCall, RingingCall } from "./call.ts";
import { closeCallRoom, isInRoom } from "./call-room.ts";

/** The call is over: tells both sides, each about the other, but not the device that ended it. */
export async function tellEnd(
  ctx: Context,
  before: RingingCall | ActiveCall,
  call: EndedCall,
  endedAt: string | undefined,
): Promise<void> {
  const { appId, callId, caller, callee, reason, by } = call;
  const callees = before.state === "ringing" ? before.ringing : [before.calleeAt];
  const sides = [
    { at: [before.callerAt], peer: callee },
    { at: callees, peer: caller },
  ];
  for (const { at, peer } of sides) {
    for (const device of at) {
      if (device.recipientId !== endedAt) ctx.bus.deliver(device, { type: "call-ended", callId, peer, reason, by });
    }
  }
  if (before.state === "active" && isInRoom(before)) await closeCallRoom(ctx, before);
  ctx.publish({ type: "call.ended", appId, callId, reason });
  announceStatus(ctx, appId, caller);
  announceStatus(ctx, appId, callee);
}
