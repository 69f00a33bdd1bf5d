import type { Context } from "../context.ts";
import { delayAfter } from "../delay-after.ts";
import { Refusal } from "../errors.ts";
import { inTurn } from "../in-turn.ts";
import type { Room } from "../room.ts";

const MAX_DELAY_MS = 300_000;

/**
 * Checks a room's password. Failures are counted per room and address, per address over all rooms,
 * and per room over all addresses; the last binds only addresses that have failed here before, so
 * that whoever knows the password gets in while someone else is guessing.
 *
 * Throws AUTH_REQUIRED without a password, AUTH_FAILED for a wrong one, TOO_MANY_ATTEMPTS (with
 * `retryAfterMs`, nothing having been checked) while one of the waits runs.
 */
export async function passwordGate(
  ctx: Context,
  room: Room,
  hash: string,
  { password, address }: { password?: string | undefined; address: string },
): Promise<void> {
  const hint = room.passwordHint ?? undefined;
  if (password === undefined) throw new Refusal("AUTH_REQUIRED", hint === undefined ? {} : { hint });

  const roomKey = `password:room:${room.appId}/${room.roomId}`;
  const pairKey = `${roomKey}:${address}`;
  const addressKey = `password:address:${address}`;

  // One guess at a time from an address in a room: otherwise many at once would all be free.
  await inTurn(pairKey, async () => {
    const [pair, anywhere, anyone] = await Promise.all([
      ctx.failures.look(pairKey),
      ctx.failures.look(addressKey),
      ctx.failures.look(roomKey),
    ]);
    const waitMs = Math.max(pair.waitMs, anywhere.waitMs, pair.count > 0 ? anyone.waitMs : 0);
    if (waitMs > 0) throw new Refusal("TOO_MANY_ATTEMPTS", { retryAfterMs: waitMs });

    if (await ctx.passwords.verify(password, hash)) return ctx.failures.forgive(pairKey);

    await Promise.all([
      ctx.failures.record(pairKey, delayAfter(3, MAX_DELAY_MS)),
      ctx.failures.record(addressKey, delayAfter(10, MAX_DELAY_MS)),
      ctx.failures.record(roomKey, delayAfter(10, MAX_DELAY_MS)),
    ]);
    throw new Refusal("AUTH_FAILED", hint === undefined ? {} : { hint });
  });
}
