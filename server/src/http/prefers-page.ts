import accepts from "accepts";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Whether a page is wanted rather than JSON, as browsers do; who takes anything, or doesn't say, gets JSON.
 * Tells caches that the answer depends on it.
 */
export function prefersPage(request: FastifyRequest, reply: FastifyReply): boolean {
  const vary = reply.getHeader("vary");
  reply.header("vary", vary === undefined ? "Accept" : `${String(vary)}, Accept`);
  return accepts(request.raw).type(["json", "html"]) === "html";
}
