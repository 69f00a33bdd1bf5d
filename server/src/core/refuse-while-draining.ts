import type { Context } from "./context.ts";
import { Refusal } from "./errors.ts";

/** Newcomers wait for the next server. Throws DRAINING with a hint when to try again. */
export function refuseWhileDraining({ lifecycle }: Pick<Context, "lifecycle">): void {
  if (lifecycle.state === "draining") throw new Refusal("DRAINING", { retryAfterMs: 2000 });
}
