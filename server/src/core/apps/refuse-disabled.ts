import { Refusal } from "../errors.ts";
import type { AppIdentity, TenantApp } from "./app.ts";

/** The app, if it may do anything. Throws APP_DISABLED. */
export function refuseDisabled({ appId, name, allowedOrigins, limits, disabledAt }: TenantApp): AppIdentity {
  if (disabledAt !== null) throw new Refusal("APP_DISABLED");
  return { appId, name, allowedOrigins, limits };
}
