import { Refusal } from "../errors.ts";
import type { TenantApp } from "./app.ts";
import type { AppsContext } from "./create-app.ts";

/** The app. Throws NOT_FOUND. */
export async function findApp({ apps }: Pick<AppsContext, "apps">, appId: string): Promise<TenantApp> {
  return (await apps.find(appId)) ?? noSuchApp();
}

/** Throws NOT_FOUND. */
export function noSuchApp(): never {
  throw new Refusal("NOT_FOUND", { message: "There is no app with that id." });
}
