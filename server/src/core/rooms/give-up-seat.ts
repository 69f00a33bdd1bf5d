import type { Context } from "../context.ts";
import type { LeaveReason } from "../events.ts";
import type { Seat } from "../seat.ts";
import { announce } from "./announce.ts";
import { releaseSeat } from "./release-seat.ts";
import { vacate } from "./vacate.ts";

/** Ends a participant's stay and tells the others. */
export async function giveUpSeat(ctx: Context, seat: Seat, reason: LeaveReason): Promise<void> {
  vacate(ctx, seat);
  const { userId } = seat.claims;
  const others = await releaseSeat(ctx, seat.claims, { userId, recipientId: seat.id }, reason);
  if (others) announce(ctx, others, { type: "participant-left", userId, reason });
}
