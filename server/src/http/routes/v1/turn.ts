import type { TurnCredentials } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import type { Core } from "../../../core/core.ts";

/** `POST /api/v1/turn/credentials`: fresh ICE servers for a client of the app. */
export function registerTurn(v1: FastifyInstance, { appRooms }: Core): void {
  v1.post("/turn/credentials", async (request): Promise<TurnCredentials> => {
    const { iceServers, ttlSeconds: ttl } = appRooms.turnCredentials(request.app);
    return { iceServers, ttl };
  });
}
