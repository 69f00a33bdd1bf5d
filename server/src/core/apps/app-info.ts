import type { AppInfo } from "@chamcall/protocol";
import type { TenantApp } from "./app.ts";

/** The app as its operator reads it, by REST and on the command line. */
export function appInfo({ appId, name, createdAt, disabledAt, allowedOrigins, limits }: TenantApp): AppInfo {
  return {
    appId,
    name,
    createdAt: new Date(createdAt).toISOString(),
    disabledAt: disabledAt === null ? null : new Date(disabledAt).toISOString(),
    allowedOrigins: [...allowedOrigins],
    limits,
  };
}
