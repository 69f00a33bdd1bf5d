import type { Context } from "../context.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import { nameFor } from "../users/user.ts";
import type { AppIdentity } from "./app.ts";

/** Someone whom an app vouches for. */
export interface AppUser {
  userId: string;
  /** What others read; the userId when absent. */
  name?: string | undefined;
}

/** A token and how long it lives. */
export interface IssuedToken {
  token: string;
  ttlSeconds: number;
}

/**
 * A token of the app itself, or of one of its users, who comes online with it on as many devices as they like: the
 * name belongs to the app, not to a device. Throws DRAINING.
 */
export async function issueToken(
  ctx: Pick<Context, "tokens" | "lifecycle">,
  { appId }: AppIdentity,
  user: AppUser | undefined,
): Promise<IssuedToken> {
  refuseWhileDraining(ctx);
  const { tokens } = ctx;
  const token = user
    ? await tokens.issueUserToken({
        appId,
        userId: user.userId,
        name: user.name ?? nameFor(user.userId),
        ownerId: `app:${appId}`,
      })
    : await tokens.issueAppToken({ appId });
  return { token, ttlSeconds: tokens.ttlSeconds };
}
