import type { Context } from "../context.ts";
import type { Member } from "../member.ts";
import type { RoomClaims } from "../ports.ts";
import { announce } from "./announce.ts";
import { eject } from "./eject.ts";
import { releaseSeat } from "./release-seat.ts";

/** Sends a member out: their token no longer lets them in. False when they were gone already. */
export async function sendOut(
  ctx: Context,
  room: Pick<RoomClaims, "appId" | "roomId" | "callId">,
  { userId, entryId, address }: Member,
): Promise<boolean> {
  // First: whoever is thrown out must not be back in before the others have heard of it.
  await ctx.revocations.revoke(entryId, ctx.tokens.ttlSeconds * 1000);
  const others = await releaseSeat(ctx, room, { userId, recipientId: address.recipientId }, "removed");
  if (!others) return false;
  eject(ctx, { address }, "removed");
  announce(ctx, others, { type: "participant-left", userId, reason: "removed" });
  return true;
}
