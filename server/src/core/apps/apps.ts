import { attempt } from "../attempt.ts";
import type { Context } from "../context.ts";
import type { AppIdentity, TenantApp } from "./app.ts";
import { appOfToken } from "./app-of-token.ts";
import { type AppCredentials, authenticateApp } from "./authenticate-app.ts";
import { type AppChange, changeApp } from "./change-app.ts";
import { type CreatedApp, createApp, type NewApp } from "./create-app.ts";
import { expelApp } from "./expel-app.ts";
import { findApp } from "./find-app.ts";
import { type AppUser, type IssuedToken, issueToken } from "./issue-token.ts";
import { ListedOrigins } from "./listed-origins.ts";
import { type RotatedSecret, rotateSecret } from "./rotate-secret.ts";

/** Tenants: managed by an operator, proved by secrets and tokens. */
export interface Apps {
  /** Throws APP_UNAUTHORIZED, APP_DISABLED, TOO_MANY_ATTEMPTS. */
  authenticate(credentials: AppCredentials): Promise<AppIdentity>;
  /** The app whose app token this is; there is nothing to guess in one. Throws APP_UNAUTHORIZED, APP_DISABLED. */
  verifyToken(token: string): Promise<AppIdentity>;
  /** A token of the app, or of one of its users. Throws DRAINING. */
  issueToken(app: AppIdentity, user?: AppUser): Promise<IssuedToken>;
  /** Whether the operator's token is right; wrong ones count. Throws TOO_MANY_ATTEMPTS. */
  attemptAdmin(address: string, isRight: boolean): Promise<boolean>;
  /** Throws BAD_REQUEST, FORBIDDEN. */
  create(wanted: NewApp): Promise<CreatedApp>;
  /** The oldest first. */
  list(): Promise<TenantApp[]>;
  /** Throws NOT_FOUND. */
  find(appId: string): Promise<TenantApp>;
  /** Throws NOT_FOUND. */
  rotate(which: { appId: string; formerMs?: number | undefined }): Promise<RotatedSecret>;
  /** Changes the app; disabling it ends all that is live of it. Throws NOT_FOUND, BAD_REQUEST. */
  change(appId: string, change: AppChange): Promise<TenantApp>;
  /** Whether any app that isn't disabled lists the origin. */
  listsOrigin(origin: string): Promise<boolean>;
}

export function createApps(ctx: Context): Apps {
  const origins = new ListedOrigins(ctx);
  return {
    authenticate: (credentials) => authenticateApp(ctx, credentials),
    verifyToken: (token) => appOfToken(ctx, token),
    issueToken: (app, user) => issueToken(ctx, app, user),
    async attemptAdmin(address, isRight) {
      return (await attempt(ctx, { what: "admin", address }, async () => isRight || undefined)) ?? false;
    },
    create: (wanted) => createApp(ctx, wanted).finally(() => origins.forget()),
    list: () => ctx.apps.list(),
    find: (appId) => findApp(ctx, appId),
    rotate: (which) => rotateSecret(ctx, which),
    async change(appId, change) {
      const app = await changeApp(ctx, appId, change).finally(() => origins.forget());
      if (app.disabledAt !== null) await expelApp(ctx, appId);
      return app;
    },
    listsOrigin: (origin) => origins.has(origin),
  };
}
