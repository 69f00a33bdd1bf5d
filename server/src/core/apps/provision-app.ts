import { hashAppSecret } from "./app-secret.ts";
import type { AppsContext } from "./create-app.ts";
import { createApp } from "./create-app.ts";
import { FORMER_SECRET_MS } from "./rotate-secret.ts";

/**
 * Sees to it that an app of this id is there and that the secret is its current one; another one that was stays good
 * for a day. What else was set stays. Doing it again changes nothing.
 */
export async function provisionApp(
  ctx: AppsContext,
  { appId, appSecret }: { appId: string; appSecret: string },
): Promise<"created" | "rotated" | "unchanged"> {
  if (!(await ctx.apps.find(appId))) {
    await createApp(ctx, { name: appId, appId, appSecret });
    return "created";
  }
  const now = ctx.now();
  const hash = hashAppSecret(appSecret);
  const secrets = await ctx.apps.secretsOf(appId, now);
  if (secrets.some((secret) => secret.hash === hash && secret.expiresAt === null)) return "unchanged";
  await ctx.apps.rotate(appId, { hash, createdAt: now }, now + FORMER_SECRET_MS);
  return "rotated";
}
