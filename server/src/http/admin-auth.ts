import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Core } from "../core/core.ts";
import { Refusal } from "../core/errors.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** The preHandler of what only the operator may ask: `Authorization: Bearer <ADMIN_TOKEN>`. Throws UNAUTHORIZED, TOO_MANY_ATTEMPTS. */
export function requireAdmin(core: Core, adminToken: string) {
  const expected = digest(adminToken);
  return async (request: FastifyRequest): Promise<void> => {
    const given = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const isRight = timingSafeEqual(digest(given), expected);
    if (await core.apps.attemptAdmin(request.clientAddress, isRight)) return;
    throw new Refusal("UNAUTHORIZED", {
      message: "The operator's token is needed: Authorization: Bearer <ADMIN_TOKEN>.",
    });
  };
}
