import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import type { Reply } from "../reply.ts";
import type { Seat } from "../seat.ts";
import { spend } from "../spend.ts";
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
    await spend(ctx, `set-password:${appId}/${roomId}`, CHANGES);
    return { passwordHash: await ctx.passwords.hash(password), passwordHint: hint ?? null };
  });
}
