import type { Answer } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import type { Settlement } from "../ports.ts";
import type { UserKey } from "../users/user.ts";
import type { ActiveCall, RingingCall } from "./call.ts";
import { startCall } from "./start-call.ts";
import { tellEnd } from "./tell-end.ts";
import type { CallEvent } from "./transition.ts";

/** How long the two have to enter the call's room, in milliseconds. */
const ARRIVAL_MS = 30_000;

/**
 * Carries a call on by one event and tells everyone concerned but the device that caused it, which has its reply.
 * The call is named by its id, or is the one that a user is in; what happens may depend on how it is just then.
 * `answer` is the callee's description, where the call's medium is one.
 */
export async function settle(
  ctx: Context,
  which: string | UserKey,
  event: CallEvent | ((call: RingingCall | ActiveCall) => CallEvent | undefined),
  answer?: Answer,
): Promise<Settlement> {
  const settlement = await ctx.calls.apply(which, event);
  if (settlement.outcome !== "changed") return settlement;
  const { before, call } = settlement;
  const { callId } = call;
  if (call.state === "ended") {
    ctx.timers.clear(timerOf(callId));
    await tellEnd(ctx, before, call, endedAt(event));
  } else if (before.state === "ringing" && call.state === "active") {
    if (call.medium === "room") settleLater(ctx, callId, ARRIVAL_MS, { type: "give-up" });
    else ctx.timers.clear(timerOf(callId));
    await startCall(ctx, before, call, answer).catch(async (cause: unknown) => {
      ctx.report(cause);
      await settle(ctx, callId, { type: "give-up" });
    });
  }
  return settlement;
}

function endedAt(event: CallEvent | ((...call: never) => unknown)): string | undefined {
  return "at" in event ? event.at : undefined;
}

/** Lets time have its say; a call has one timer, the last one set. */
export function settleLater(ctx: Context, callId: string, ms: number, event: CallEvent): void {
  ctx.timers.set(timerOf(callId), ms, () => void settle(ctx, callId, event).catch(ctx.report));
}

/** Name of a call's timer. */
export function timerOf(callId: string): string {
  return `call:${callId}`;
}
