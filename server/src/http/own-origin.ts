import type { FastifyRequest } from "fastify";

/** Where people reach this server: its public URL, or else what the request asked for. No slash at the end. */
export function ownOrigin(request: FastifyRequest, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}
