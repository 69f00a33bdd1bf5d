import type { Client } from "../client.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { PUBLIC_APP } from "../room.ts";

/** Sends a page away that neither the server nor the app of its token allows. Throws ORIGIN_NOT_ALLOWED. */
export async function refuseForeignOrigin(
  { apps }: Pick<Context, "apps">,
  { foreignOrigin }: Pick<Client, "foreignOrigin">,
  appId: string,
): Promise<void> {
  if (foreignOrigin === undefined) return;
  const app = appId === PUBLIC_APP ? undefined : await apps.find(appId);
  if (app?.allowedOrigins.includes(foreignOrigin)) return;
  const message = "This site is not allowed to connect. Add it to the app's origins, or to ALLOWED_ORIGINS.";
  throw new Refusal("ORIGIN_NOT_ALLOWED", { message });
}
