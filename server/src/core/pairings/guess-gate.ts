import type { Context } from "../context.ts";
import { delayAfter } from "../delay-after.ts";
import { Refusal } from "../errors.ts";
import { inTurn } from "../in-turn.ts";

const MAX_DELAY_MS = 60_000;

/**
 * Lets an address try join codes: each that leads nowhere counts, and one that leads somewhere forgives. Who keeps
 * finding codes (its own, say) is forgiven only for so long: the second count stays.
 * Throws RATE_LIMITED (with `retryAfterMs`, nothing having been tried) while a wait runs.
 */
export async function guessGate<T extends { outcome: string }>(
  ctx: Context,
  { what, address }: { what: "accept" | "check"; address: string },
  attempt: () => Promise<T>,
): Promise<T> {
  const forgiven = `code:${what}:${address}`;
  const kept = `code:${what}:kept:${address}`;

  // One guess at a time from an address: otherwise many at once would all be free.
  return inTurn(forgiven, async () => {
    const looks = await Promise.all([ctx.failures.look(forgiven), ctx.failures.look(kept)]);
    const retryAfterMs = Math.max(...looks.map(({ waitMs }) => waitMs));
    if (retryAfterMs > 0) {
      const message = "Too many codes that lead nowhere. Wait before trying again.";
      throw new Refusal("RATE_LIMITED", { message, retryAfterMs });
    }
    const result = await attempt();
    if (result.outcome !== "absent") {
      await ctx.failures.forgive(forgiven);
    } else {
      await ctx.failures.record(forgiven, delayAfter(30, MAX_DELAY_MS));
      await ctx.failures.record(kept, delayAfter(300, MAX_DELAY_MS));
    }
    return result;
  });
}
