import type { Context } from "../context.ts";

const EVERY_MS = 60_000;

/** Forgets expired join codes once a minute. Returns its end. */
export function keepSweeping(ctx: Pick<Context, "pairings" | "now" | "report">): () => void {
  const timer = setInterval(() => void ctx.pairings.sweep(ctx.now()).catch(ctx.report), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
