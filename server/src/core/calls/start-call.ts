import type { Answer, CallRoom } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import type { ActiveCall, RingingCall } from "./call.ts";
import { closeCallRoom, isInRoom, issueCallRoom, openCallRoom } from "./call-room.ts";

/** The call was answered: tells the two how it goes on, and the callee's other devices that it is taken. */
export async function startCall(
  ctx: Context,
  before: RingingCall,
  call: ActiveCall,
  answer: Answer | undefined,
): Promise<void> {
  const { callId, caller, callee, callerAt, calleeAt, video } = call;
  for (const device of before.ringing) {
    if (device.recipientId !== calleeAt.recipientId) ctx.bus.deliver(device, { type: "call-taken", callId });
  }
  ctx.publish({ type: "call.started", appId: call.appId, callId });
  const tellCaller = (room?: CallRoom) =>
    ctx.bus.deliver(callerAt, { type: "call-answered", callId, peer: callee, peerAt: calleeAt, video, answer, room });
  if (!isInRoom(call)) return tellCaller();

  await openCallRoom(ctx, call);
  const rooms = await Promise.all([issueCallRoom(ctx, call, caller), issueCallRoom(ctx, call, callee)]);
  // Hung up meanwhile: both have heard that it is over, and nothing after that may say that it began.
  const current = await ctx.calls.of({ appId: call.appId, userId: caller.userId });
  if (current?.callId !== callId) return closeCallRoom(ctx, call);
  tellCaller(rooms[0]);
  ctx.bus.deliver(calleeAt, { type: "call-answered", callId, peer: caller, peerAt: callerAt, video, room: rooms[1] });
}
