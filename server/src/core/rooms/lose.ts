import type { Client } from "../client.ts";
import type { Context } from "../context.ts";
import type { Reply } from "../reply.ts";
import { loseDevice } from "../users/lose-device.ts";
import { giveUpSeat } from "./give-up-seat.ts";

/** The connection is over: who said goodbye has left at once, otherwise the seat is kept for its grace. */
export async function lose(ctx: Context, client: Client, how: "left" | "lost"): Promise<Reply> {
  const { state } = client;
  client.state = { state: "closed" };
  if (state.state === "online") await loseDevice(ctx, state.device, how);
  if (state.state !== "seated") return { ok: true };
  const { seat } = state;
  if (how === "left" || seat.policy.graceMs === 0) {
    await giveUpSeat(ctx, seat, how === "left" ? "left" : "disconnected");
  } else {
    const giveUp = setTimeout(() => void giveUpSeat(ctx, seat, "disconnected").catch(ctx.report), seat.policy.graceMs);
    seat.state = { state: "away", giveUp };
  }
  return { ok: true };
}
