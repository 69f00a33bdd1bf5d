import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { AppIdentity } from "./app.ts";
import { verifyToken } from "./verify-token.ts";

/** The app whose app token this is. Throws APP_UNAUTHORIZED for one that is forged, expired or of another kind, APP_DISABLED. */
export async function appOfToken(ctx: Pick<Context, "apps" | "tokens">, token: string): Promise<AppIdentity> {
  const verified = await verifyToken(ctx, token).catch((cause: unknown) => {
    if (cause instanceof Refusal && cause.code === "UNAUTHORIZED") return undefined;
    throw cause;
  });
  if (verified?.kind !== "app" || !verified.app) throw new Refusal("APP_UNAUTHORIZED");
  return verified.app;
}
