import type { Context } from "../context.ts";
import type { Reply } from "../reply.ts";
import type { Device } from "./device.ts";

/** A fresh token for a user who is online, and ICE servers for the next call. */
export async function renewUser(ctx: Context, { claims }: Device): Promise<Reply> {
  return {
    ok: true,
    answer: {
      token: await ctx.tokens.issueUserToken(claims),
      iceServers: ctx.iceServersFor(claims.appId, ctx.now()),
      ttl: ctx.tokens.ttlSeconds,
    },
  };
}
