import type { FastifyInstance, FastifyRequest } from "fastify";
import type { AppIdentity } from "../core/apps/app.ts";
import type { Core } from "../core/core.ts";
import { Refusal } from "../core/errors.ts";
import type { ClientAddress } from "./client-address.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The app whose credentials came with the request. Only behind `requireApp`: read anywhere else it throws APP_UNAUTHORIZED. */
    readonly app: AppIdentity;
    /** Where the request comes from, for limits by address. */
    readonly clientAddress: string;
  }
}

const apps = new WeakMap<FastifyRequest, AppIdentity>();

/** Gives every request its `app` and `clientAddress`. */
export function registerAppAuth(server: FastifyInstance, clientAddress: ClientAddress): void {
  server.decorateRequest("app", {
    getter(this: FastifyRequest) {
      const app = apps.get(this);
      // A route that forgot its preHandler answers nobody instead of everybody.
      if (!app) throw new Refusal("APP_UNAUTHORIZED");
      return app;
    },
  });
  server.decorateRequest("clientAddress", {
    getter(this: FastifyRequest) {
      return clientAddress(this.raw);
    },
  });
}

/**
 * The preHandler of what apps ask: the tenant comes from `X-App-Id` with `X-App-Key`, or from
 * `Authorization: Bearer <app token>`, and from nothing beside them.
 * Throws APP_UNAUTHORIZED, APP_DISABLED, TOO_MANY_ATTEMPTS.
 */
export function requireApp(core: Core) {
  return async (request: FastifyRequest): Promise<void> => {
    apps.set(request, await identify(core, request));
  };
}

async function identify(core: Core, request: FastifyRequest): Promise<AppIdentity> {
  const { authorization, "x-app-id": appId, "x-app-key": appSecret } = request.headers;
  if (typeof appId === "string" && typeof appSecret === "string") {
    return core.apps.authenticate({ appId, appSecret, address: request.clientAddress });
  }
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token !== undefined) return core.apps.verifyToken(token);
  throw new Refusal("APP_UNAUTHORIZED");
}
