import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Reply } from "../reply.ts";
import type { Seat } from "../seat.ts";
import { announce } from "./announce.ts";
import { eject } from "./eject.ts";
import { releaseSeat } from "./release-seat.ts";

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
  // First: whoever is thrown out must not be back in before the others have heard of it.
  await ctx.revocations.revoke(target.entryId, ctx.tokens.ttlSeconds * 1000);
  const { recipientId } = target.address;
  const others = await releaseSeat(ctx, seat.claims, { userId, recipientId }, "removed");
  if (!others) throw new Refusal("TARGET_NOT_FOUND");
  eject(ctx, target, "removed");
  announce(ctx, others, { type: "participant-left", userId, reason: "removed" });
  return { ok: true };
}
