import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Reply } from "../reply.ts";
import type { Seat } from "../seat.ts";
import { sendOut } from "./send-out.ts";

/** Sends a participant out; their token no longer lets them in. Throws FORBIDDEN, TARGET_NOT_FOUND. */
export async function removeParticipant(
  ctx: Context,
  seat: Seat,
  { userId }: Extract<Command, { type: "remove" }>,
): Promise<Reply> {
  if (!seat.claims.permissions.includes("remove-participant")) {
    throw new Refusal("FORBIDDEN", { message: "Only a host can remove someone." });
  }
  const target = ctx.rosters.local(seat.claims).get(userId);
  if (!target || userId === seat.claims.userId) throw new Refusal("TARGET_NOT_FOUND");
  if (!(await sendOut(ctx, seat.claims, target))) throw new Refusal("TARGET_NOT_FOUND");
  return { ok: true };
}
