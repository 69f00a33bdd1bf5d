import type { Context } from "./context.ts";
import { delayAfter } from "./delay-after.ts";
import { Refusal } from "./errors.ts";
import { inTurn } from "./in-turn.ts";

const FREE_FAILURES = 10;
const MAX_DELAY_MS = 60_000;

/**
 * Lets an address try credentials of a kind: `check` tells what they open, nothing where they are wrong. After a
 * few failures every further one doubles the wait; what was right doesn't make up for them.
 * Throws TOO_MANY_ATTEMPTS (with `retryAfterMs`, nothing having been checked) while a wait runs.
 */
export async function attempt<T>(
  { failures }: Pick<Context, "failures">,
  { what, address }: { what: string; address: string },
  check: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const key = `${what}:${address}`;
  // One at a time from an address: otherwise many at once would all be free.
  return inTurn(key, async () => {
    const { waitMs } = await failures.look(key);
    if (waitMs > 0) {
      const message = "Too many wrong credentials from this address. Wait before trying again.";
      throw new Refusal("TOO_MANY_ATTEMPTS", { message, retryAfterMs: waitMs });
    }
    const opened = await check();
    if (opened === undefined) await failures.record(key, delayAfter(FREE_FAILURES, MAX_DELAY_MS));
    return opened;
  });
}
