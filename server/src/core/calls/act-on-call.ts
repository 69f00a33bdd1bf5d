import { randomUUID } from "node:crypto";
import type { CallRef, DeviceCommand } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Settlement } from "../ports.ts";
import type { Reply } from "../reply.ts";
import type { Device } from "../users/device.ts";
import { settle } from "./settle.ts";

const DONE: Reply = { ok: true };

/** Answers the call that rings here; whoever is first has it. Throws CALL_OVER, CALL_TAKEN, FORBIDDEN, BAD_REQUEST. */
export async function answerCall(
  ctx: Context,
  device: Device,
  { call, answer }: Extract<DeviceCommand, { type: "answer" }>,
): Promise<Reply> {
  const callId = callAt(device, call);
  if (callId === undefined) throw await refusalFor(ctx, device, call);
  const roomId = device.policy.medium === "room" ? randomUUID() : undefined;
  return replyOf(await settle(ctx, callId, { type: "answer", at: device.id, roomId }, answer));
}

/** Sends the caller away. Throws CALL_OVER, CALL_TAKEN, FORBIDDEN. */
export async function declineCall(
  ctx: Context,
  device: Device,
  { call }: Extract<DeviceCommand, { type: "decline" }>,
): Promise<Reply> {
  const callId = callAt(device, call);
  if (callId === undefined) throw await refusalFor(ctx, device, call);
  const settlement = await settle(ctx, callId, { type: "decline", at: device.id });
  if (settlement.outcome === "changed") device.hangUp(callId);
  return replyOf(settlement);
}

/** Cancels or ends the call; nothing happens when it is over already. Throws CALL_TAKEN. */
export async function hangUp(
  ctx: Context,
  device: Device,
  { call }: Extract<DeviceCommand, { type: "hang-up" }>,
): Promise<Reply> {
  const callId = callAt(device, call);
  if (callId === undefined) {
    const refusal = await refusalFor(ctx, device, call);
    if (refusal.code === "CALL_OVER") return DONE;
    throw refusal;
  }
  const settlement = await settle(ctx, callId, { type: "hang-up", at: device.id });
  if (settlement.outcome !== "refused") device.hangUp(callId);
  return settlement.outcome === "gone" ? DONE : replyOf(settlement);
}

/** The id of the call this device is in, if that is the one meant. */
function callAt({ line }: Device, ref: CallRef): string | undefined {
  if (line.state === "idle") return undefined;
  const meant = "callId" in ref ? line.callId === ref.callId : line.peer === ref.peer;
  return meant ? line.callId : undefined;
}

/** Why this device can't act on a call that it isn't in: its user is, on another one, or nobody is any more. */
async function refusalFor(ctx: Context, { claims }: Device, ref: CallRef): Promise<Refusal> {
  const call = "callId" in ref ? await ctx.calls.of(claims) : undefined;
  return new Refusal(call && "callId" in ref && call.callId === ref.callId ? "CALL_TAKEN" : "CALL_OVER");
}

function replyOf(settlement: Settlement): Reply {
  if (settlement.outcome === "refused") throw new Refusal(settlement.code);
  if (settlement.outcome === "gone") throw new Refusal("CALL_OVER");
  return DONE;
}
