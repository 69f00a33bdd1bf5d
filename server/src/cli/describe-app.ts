import type { TenantApp } from "../core/apps/app.ts";
import { appInfo } from "../core/apps/app-info.ts";

/** The app for people, a line for each thing there is to know. */
export function describeApp(app: TenantApp): string {
  const { appId, name, createdAt, disabledAt, allowedOrigins, limits } = appInfo(app);
  return [
    `app           ${appId}`,
    `name          ${name}`,
    `made          ${createdAt}`,
    ...(disabledAt === null ? [] : [`disabled      ${disabledAt}`]),
    `origins       ${allowedOrigins.join(" ") || "the server's own"}`,
    `rooms         ${limits.maxRooms ?? "no limit"}`,
    `participants  ${limits.maxParticipants ?? "the server's limit"}`,
    `joins         ${limits.joinRate === null ? "the server's limit" : `${limits.joinRate} a minute`}`,
  ].join("\n");
}
