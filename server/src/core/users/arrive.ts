import { verifyToken } from "../apps/verify-token.ts";
import type { Client } from "../client.ts";
import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { UserClaims } from "../ports.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import type { Reply } from "../reply.ts";
import { PUBLIC_APP } from "../room.ts";
import { spendJoin } from "../rooms/spend-join.ts";
import { goOnline } from "./go-online.ts";
import { ANYONE, nameFor } from "./user.ts";

/**
 * Comes online under a name: by a user token, or without one as whoever comes last in the public app.
 * Throws DRAINING, RATE_LIMITED, UNAUTHORIZED, FORBIDDEN (the token is another user's) and what `goOnline` throws.
 */
export async function arrive(
  ctx: Context,
  client: Client,
  command: Extract<Command, { type: "go-online" }>,
): Promise<Reply> {
  refuseWhileDraining(ctx);
  await spendJoin(ctx, client.address);
  await goOnline(ctx, client, await identify(ctx, command), command.device);
  return { ok: true };
}

async function identify(
  ctx: Context,
  { userId, token, tokenOptional }: Extract<Command, { type: "go-online" }>,
): Promise<UserClaims> {
  const anyone = { appId: PUBLIC_APP, userId, name: nameFor(userId), ownerId: ANYONE };
  if (token === undefined) return anyone;
  const claims = await verifyToken(ctx, token).catch((cause: unknown) => {
    if (tokenOptional && cause instanceof Refusal) return undefined;
    throw cause;
  });
  if (!claims) return anyone;
  if (claims.kind !== "user") throw new Refusal("UNAUTHORIZED", { message: "That is no user token. Sign in for one." });
  if (claims.userId !== userId) throw new Refusal("FORBIDDEN", { message: "The token belongs to another user." });
  return claims;
}
