import type { AppLimits, TenantApp } from "./app.ts";
import type { AppsContext } from "./create-app.ts";
import { noSuchApp } from "./find-app.ts";
import { readOrigins } from "./origin.ts";

/** What an operator changes in an app; limits that aren't named stay. */
export interface AppChange {
  allowedOrigins?: readonly string[];
  limits?: Partial<AppLimits>;
  disabled?: boolean;
}

/**
 * Changes the app. What is live of a disabled one is not ended here. Throws NOT_FOUND, and BAD_REQUEST for what is no
 * origin.
 */
export async function changeApp(
  { apps, now }: AppsContext,
  appId: string,
  { allowedOrigins, limits, disabled }: AppChange,
): Promise<TenantApp> {
  const origins = allowedOrigins && readOrigins(allowedOrigins);
  const before = (await apps.find(appId)) ?? noSuchApp();
  const after = await apps.update(appId, {
    ...(origins === undefined ? {} : { allowedOrigins: origins }),
    ...(limits === undefined ? {} : { limits: { ...before.limits, ...limits } }),
    ...(disabled === undefined ? {} : { disabledAt: disabled ? (before.disabledAt ?? now()) : null }),
  });
  return after ?? noSuchApp();
}
