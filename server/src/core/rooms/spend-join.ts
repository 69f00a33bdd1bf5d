import type { Context } from "../context.ts";
import { spend } from "../spend.ts";

/** Takes one from what an address may join (or make) in a minute. Throws RATE_LIMITED. */
export function spendJoin(ctx: Pick<Context, "limits" | "policy">, address: string): Promise<void> {
  return spend(ctx, `join:${address}`, { points: ctx.policy.joinRate, windowMs: 60_000 });
}
