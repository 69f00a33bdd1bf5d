import type { FastifyInstance } from "fastify";
import { contentSecurityPolicy } from "../content-security-policy.ts";
import { frameAncestors } from "../frame-ancestors.ts";

/** `GET /embed`: the only page that others may frame; which, its `frame-ancestors` says. X-Frame-Options knows no lists. */
export function registerEmbed(
  app: FastifyInstance,
  { publicUrl, allowedOrigins }: { publicUrl: string | undefined; allowedOrigins: readonly string[] },
): void {
  const helmet = {
    contentSecurityPolicy: contentSecurityPolicy(publicUrl, () => frameAncestors(allowedOrigins)),
    xFrameOptions: false,
  };
  app.get("/embed", { helmet }, (_request, reply) => reply.sendFile("index.html"));
}
