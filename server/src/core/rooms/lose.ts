import type { Client } from "../client.ts";
import type { Context } from "../context.ts";
import type { Reply } from "../reply.ts";
import { giveUpSeat } from "./give-up-seat.ts";

/** The connection is gone without a word: the seat is kept for its grace, or given up at once. */
export async function lose(ctx: Context, client: Client): Promise<Reply> {
  const { state } = client;
  client.state = { state: "closed" };
  if (state.state !== "seated") return { ok: true };
  const { seat } = state;
  if (seat.policy.graceMs === 0) {
    await giveUpSeat(ctx, seat, "disconnected");
  } else {
    const giveUp = setTimeout(() => void giveUpSeat(ctx, seat, "disconnected").catch(ctx.report), seat.policy.graceMs);
    seat.state = { state: "away", giveUp };
  }
  return { ok: true };
}
