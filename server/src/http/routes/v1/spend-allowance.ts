import type { FastifyReply, FastifyRequest } from "fastify";
import type { Core } from "../../../core/core.ts";
import { Refusal } from "../../../core/errors.ts";

/**
 * Counts the call of the app and tells what is left (draft-ietf-httpapi-ratelimit-headers-03: a number each, seconds until the reset).
 * Throws RATE_LIMITED.
 */
export function spendAllowance(core: Core) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { limit, remaining, resetMs, waitMs } = await core.appRooms.spendCall(request.app);
    reply.headers({
      "ratelimit-limit": limit,
      "ratelimit-remaining": remaining,
      "ratelimit-reset": Math.ceil(resetMs / 1000),
    });
    if (waitMs > 0) throw new Refusal("RATE_LIMITED", { retryAfterMs: waitMs });
  };
}
