import type { Context } from "../context.ts";
import { spendJoin } from "../rooms/spend-join.ts";
import type { Pending } from "./pairing.ts";

/**
 * Puts a join code on offer: `taken` while another of the same name is. One that has expired already is taken in
 * and never found. Throws RATE_LIMITED: every code that is refused as taken is a code found out.
 */
export async function createPending(
  ctx: Context,
  { address, ...pending }: Pending & { address: string },
): Promise<"created" | "taken"> {
  await spendJoin(ctx, address);
  return (await ctx.pairings.create(pending, ctx.now())) ? "created" : "taken";
}
