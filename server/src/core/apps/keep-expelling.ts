import type { Context } from "../context.ts";
import { PUBLIC_APP } from "../room.ts";
import { expelApp } from "./expel-app.ts";

/** How long those who are in may stay after another process has disabled their app. */
const EVERY_MS = 5000;

/** Looks after the apps that have someone live on this node. Returns its end. */
export function keepExpelling(ctx: Context): () => void {
  const timer = setInterval(() => void expelDisabled(ctx).catch(ctx.report), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Ends what is live of apps that are disabled or gone. */
async function expelDisabled(ctx: Context): Promise<void> {
  const live = new Set([...ctx.seats.all(), ...ctx.devices.all()].map(({ claims }) => claims.appId));
  live.delete(PUBLIC_APP);
  for (const appId of live) {
    const app = await ctx.apps.find(appId);
    if (!app || app.disabledAt !== null) await expelApp(ctx, appId);
  }
}
