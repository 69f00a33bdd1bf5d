import { appInfo } from "../core/apps/app-info.ts";
import { changeApp } from "../core/apps/change-app.ts";
import { type AppsContext, createApp } from "../core/apps/create-app.ts";
import { rotateSecret } from "../core/apps/rotate-secret.ts";
import type { AppArguments } from "./app-arguments.ts";
import { describeApp } from "./describe-app.ts";

/** What a command has to tell: one JSON object, and the same for people. */
export interface CliAnswer {
  json: object;
  text: string;
}

const HOUR_MS = 60 * 60_000;

/** Carries out `app <action> …`. Throws what the functions of core/apps throw. */
export async function appCommand(ctx: AppsContext, given: AppArguments): Promise<CliAnswer> {
  switch (given.action) {
    case "create":
      return create(ctx, given);
    case "list":
      return list(ctx);
    case "rotate":
      return rotate(ctx, given);
    case "set-origins":
      return changed(ctx, given.appId, { allowedOrigins: given.origins });
    case "set-limits":
      return changed(ctx, given.appId, { limits: given.limits });
    case "disable":
    case "enable":
      return changed(ctx, given.appId, { disabled: given.action === "disable" });
  }
}

async function create(ctx: AppsContext, { name, origins }: Extract<AppArguments, { action: "create" }>) {
  const { app, appSecret } = await createApp(ctx, { name, allowedOrigins: origins });
  return {
    json: { ...appInfo(app), appSecret },
    text: `${describeApp(app)}\nsecret        ${appSecret}\n\nKeep the secret now: it is not shown again.\n`,
  };
}

async function list({ apps }: AppsContext) {
  const all = await apps.list();
  const none = "There are no apps yet. Make one: npm run chamcall -- app create --name <name>";
  return {
    json: { apps: all.map(appInfo) },
    text: `${all.map(describeApp).join("\n\n") || none}\n`,
  };
}

async function rotate(ctx: AppsContext, { appId, formerHours }: Extract<AppArguments, { action: "rotate" }>) {
  const formerMs = formerHours === undefined ? undefined : formerHours * HOUR_MS;
  const { appSecret, formerUntil } = await rotateSecret(ctx, { appId, formerMs });
  const until = new Date(formerUntil).toISOString();
  return {
    json: { appId, appSecret, formerUntil: until },
    text: `secret        ${appSecret}\n\nKeep it now: it is not shown again. The former one is good until ${until}.\n`,
  };
}

async function changed(ctx: AppsContext, appId: string, change: Parameters<typeof changeApp>[2]) {
  const app = await changeApp(ctx, appId, change);
  return { json: appInfo(app), text: `${describeApp(app)}\n` };
}
