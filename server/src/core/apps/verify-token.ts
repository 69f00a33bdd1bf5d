import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Claims } from "../ports.ts";
import { PUBLIC_APP } from "../room.ts";
import type { AppIdentity } from "./app.ts";
import { refuseDisabled } from "./refuse-disabled.ts";

/** A token's claims, and the app that it belongs to; the public app is none. */
export type Verified = Claims & { app: AppIdentity | undefined };

/** What a live token of a live app says. Throws UNAUTHORIZED, APP_DISABLED. */
export async function verifyToken(ctx: Pick<Context, "apps" | "tokens">, token: string): Promise<Verified> {
  const claims = await ctx.tokens.verify(token);
  if (claims.appId === PUBLIC_APP && claims.kind !== "app") return { ...claims, app: undefined };
  const app = await ctx.apps.find(claims.appId);
  if (!app) throw new Refusal("UNAUTHORIZED");
  return { ...claims, app: refuseDisabled(app) };
}
