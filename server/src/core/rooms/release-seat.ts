import { settle } from "../calls/settle.ts";
import type { Context } from "../context.ts";
import type { LeaveReason } from "../events.ts";
import type { Member } from "../member.ts";
import type { RoomClaims } from "../ports.ts";

/**
 * Frees a member's place in the roster and, when it was the last one, ends the session; a call that goes on in the
 * room is over with the first who leaves, and its room with the last.
 * Returns those who stay; undefined when the place was free already.
 */
export async function releaseSeat(
  ctx: Context,
  { appId, roomId, callId }: Pick<RoomClaims, "appId" | "roomId" | "callId">,
  member: { userId: string; recipientId: string },
  reason: LeaveReason | "ended",
): Promise<Member[] | undefined> {
  const release = await ctx.rosters.release({ appId, roomId }, member.recipientId);
  if (release.outcome === "absent") return undefined;
  ctx.publish({ type: "participant.left", appId, roomId, userId: member.userId, reason });
  if (release.ended) {
    const { session, peak } = release.ended;
    const endedAt = ctx.now();
    ctx.publish({ type: "session.ended", ...session, endedAt, peak });
    await ctx.sessions.end(session, endedAt, peak).catch(ctx.report);
  }
  if (callId !== undefined) {
    const how = reason === "disconnected" ? "disconnected" : "ended";
    await settle(ctx, callId, { type: "depart", userId: member.userId, how });
    if (release.ended) await ctx.rooms.remove({ appId, roomId }).catch(ctx.report);
  }
  return release.others;
}
