import type { FastifyRequest } from "fastify";
import { ownOrigin } from "./own-origin.ts";

/** Where the sockets of this server are, as its clients see it: `wss://host`. */
export function socketOrigin(request: FastifyRequest, publicUrl: string | undefined): string {
  return ownOrigin(request, publicUrl).replace(/^http/, "ws");
}
