import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import { hashOwnerKey, newOwnerKey } from "../rooms/owner-key.ts";
import { spendJoin } from "../rooms/spend-join.ts";
import { nameFor, type UserKey } from "./user.ts";

/** Someone who wants to be rung under a name, without an account. */
export interface SignIn {
  key: UserKey;
  /** What others read; the userId when absent. */
  name?: string | undefined;
  userKey?: string | undefined;
  address: string;
}

/** All that a native client needs to come online. */
export interface IssuedIdentity {
  token: string;
  userKey: string;
  ttlSeconds: number;
}

/**
 * Hands out a user token. The key that comes with it keeps others from the name for as long as it is in use; the
 * registration itself decides. Throws DRAINING, RATE_LIMITED, USER_ID_TAKEN.
 */
export async function signIn(
  ctx: Context,
  { key, name = nameFor(key.userId), address, ...given }: SignIn,
): Promise<IssuedIdentity> {
  refuseWhileDraining(ctx);
  await spendJoin(ctx, address);
  const userKey = given.userKey ?? newOwnerKey();
  const ownerId = hashOwnerKey(userKey);
  const [device] = await ctx.presence.devicesOf(key);
  if (device && device.ownerId !== ownerId) throw nameTaken();
  return {
    token: await ctx.tokens.issueUserToken({ ...key, name, ownerId }),
    userKey,
    ttlSeconds: ctx.tokens.ttlSeconds,
  };
}

/** Someone else is online under the name. */
export function nameTaken(): Refusal {
  return new Refusal("USER_ID_TAKEN", { message: "Someone else is online under that name. Pick another one." });
}
