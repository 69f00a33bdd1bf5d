import { AuthTokenBody, type AuthTokenReply } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import type { Core } from "../../../core/core.ts";

/** `POST /api/v1/auth/token`: an app's secret for a token of the app, or of one of its users. */
export function registerAuthToken(app: FastifyInstance, core: Core): void {
  app.post<{ Body: AuthTokenBody }>(
    "/api/v1/auth/token",
    { schema: { body: AuthTokenBody } },
    async (request, reply): Promise<AuthTokenReply> => {
      reply.header("cache-control", "no-store");
      const { appId, appSecret, user } = request.body;
      const identity = await core.apps.authenticate({ appId, appSecret, address: request.clientAddress });
      const { token, ttlSeconds } = await core.apps.issueToken(identity, user && { userId: user.id, name: user.name });
      return { token, expiresIn: ttlSeconds };
    },
  );
}
