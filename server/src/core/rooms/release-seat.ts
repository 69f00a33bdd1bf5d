import type { Context } from "../context.ts";
import type { LeaveReason } from "../events.ts";
import type { Member } from "../member.ts";
import type { RoomKey } from "../room.ts";

/**
 * Frees a member's place in the roster and, when it was the last one, ends the session.
 * Returns those who stay; undefined when the place was free already.
 */
export async function releaseSeat(
  ctx: Context,
  key: RoomKey,
  member: { userId: string; recipientId: string },
  reason: LeaveReason,
): Promise<Member[] | undefined> {
  const { appId, roomId } = key;
  const release = await ctx.rosters.release({ appId, roomId }, member.recipientId);
  if (release.outcome === "absent") return undefined;
  ctx.publish({ type: "participant.left", appId, roomId, userId: member.userId, reason });
  if (release.ended) {
    const { session, peak } = release.ended;
    const endedAt = ctx.now();
    ctx.publish({ type: "session.ended", ...session, endedAt, peak });
    await ctx.sessions.end(session, endedAt, peak).catch(ctx.report);
  }
  return release.others;
}
