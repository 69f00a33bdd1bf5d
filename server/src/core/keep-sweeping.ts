import type { Context } from "./context.ts";

const EVERY_MS = 60_000;
/** A call's room goes with its last participant; one that a killed process left behind is not looked for any more. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

/** Once a minute forgets expired join codes, and rooms of calls that nobody ended. Returns its end. */
export function keepSweeping(ctx: Pick<Context, "pairings" | "rooms" | "now" | "report">): () => void {
  const timer = setInterval(() => {
    const now = ctx.now();
    void ctx.pairings.sweep(now).catch(ctx.report);
    void ctx.rooms.sweep("invited", now - FORGOTTEN_MS).catch(ctx.report);
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
