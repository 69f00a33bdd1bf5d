import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { AppLimits, TenantApp } from "./app.ts";
import { hashAppSecret, newAppSecret } from "./app-secret.ts";
import { newAppId } from "./new-app-id.ts";
import { readOrigins } from "./origin.ts";

/** What managing apps takes: no more, so that the command line can do it beside a running server. */
export type AppsContext = Pick<Context, "apps" | "now">;

/** An app that is to be made; the server thinks of an id and a secret where none are given. */
export interface NewApp {
  name: string;
  appId?: string | undefined;
  appSecret?: string | undefined;
  allowedOrigins?: readonly string[] | undefined;
  limits?: Partial<AppLimits> | undefined;
}

/** The app with its secret, which is never shown again. */
export interface CreatedApp {
  app: TenantApp;
  appSecret: string;
}

/** Makes an app. Throws BAD_REQUEST for what is no origin, FORBIDDEN for an id that is taken. */
export async function createApp(
  { apps, now }: AppsContext,
  { name, appId = newAppId(), appSecret = newAppSecret(), allowedOrigins = [], limits }: NewApp,
): Promise<CreatedApp> {
  const createdAt = now();
  const app: TenantApp = {
    appId,
    name,
    createdAt,
    disabledAt: null,
    allowedOrigins: readOrigins(allowedOrigins),
    limits: { maxRooms: null, maxParticipants: null, joinRate: null, ...limits },
  };
  if (!(await apps.create(app, { hash: hashAppSecret(appSecret), createdAt }))) {
    throw new Refusal("FORBIDDEN", { message: "There is an app with that id already." });
  }
  return { app, appSecret };
}
