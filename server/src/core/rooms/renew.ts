import type { Context } from "../context.ts";
import type { Reply } from "../reply.ts";
import type { Seat } from "../seat.ts";

/** Fresh token and ICE credentials for a seat that is kept. */
export async function renew(ctx: Context, { claims }: Seat): Promise<Reply> {
  return {
    ok: true,
    answer: {
      token: await ctx.tokens.issueRoomToken(claims),
      iceServers: ctx.iceServersFor(claims.appId, ctx.now()),
      ttl: ctx.tokens.ttlSeconds,
    },
  };
}
