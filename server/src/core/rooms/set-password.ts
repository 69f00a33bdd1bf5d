import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Reply } from "../reply.ts";
import type { Seat } from "../seat.ts";
import { changeRoom } from "./change-room.ts";

/** Hashing is slow on purpose, and everyone in the room hears of the change. */
const CHANGES = { points: 10, windowMs: 60_000 };

/**
 * Sets or changes the room's password, for those who come from now on. Throws FORBIDDEN, RATE_LIMITED.
 */
export function setPassword(
  ctx: Context,
  seat: Seat,
  { password, hint }: Extract<Command, { type: "set-password" }>,
): Promise<Reply> {
  const { appId, roomId } = seat.claims;
  return changeRoom(ctx, seat, async () => {
    const waitMs = await ctx.limits.take(`set-password:${appId}/${roomId}`, CHANGES);
    if (waitMs > 0) throw new Refusal("RATE_LIMITED", { retryAfterMs: waitMs });
    return { passwordHash: await ctx.passwords.hash(password), passwordHint: hint ?? null };
  });
}
