import type { Context } from "./context.ts";
import { Refusal } from "./errors.ts";

/** Takes one from the key's allowance. Throws RATE_LIMITED with the milliseconds to wait. */
export async function spend(
  { limits }: Pick<Context, "limits">,
  key: string,
  allowance: { points: number; windowMs: number },
): Promise<void> {
  const waitMs = await limits.take(key, allowance);
  if (waitMs > 0) throw new Refusal("RATE_LIMITED", { retryAfterMs: waitMs });
}
