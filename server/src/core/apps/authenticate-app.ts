import { attempt } from "../attempt.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { AppIdentity } from "./app.ts";
import { isAppSecret } from "./app-secret.ts";
import { refuseDisabled } from "./refuse-disabled.ts";

/** What an app's server brings. */
export interface AppCredentials {
  appId: string;
  appSecret: string;
  address: string;
}

/**
 * The app whose secret this is. An unknown id and a wrong secret get the same answer in the same time. What is wrong
 * makes its address wait; what is right is let in all the same: a secret is too long to be guessed, and one server with
 * an old one must not lock out those beside it.
 * Throws APP_UNAUTHORIZED, APP_DISABLED, TOO_MANY_ATTEMPTS.
 */
export async function authenticateApp(
  ctx: Pick<Context, "apps" | "failures" | "now">,
  { appId, appSecret, address }: AppCredentials,
): Promise<AppIdentity> {
  const [app, secrets] = await Promise.all([ctx.apps.find(appId), ctx.apps.secretsOf(appId, ctx.now())]);
  const isRight = isAppSecret(
    appSecret,
    secrets.map(({ hash }) => hash),
  );
  if (app && isRight) return refuseDisabled(app);
  await attempt(ctx, { what: "app", address }, async () => undefined);
  throw new Refusal("APP_UNAUTHORIZED");
}
