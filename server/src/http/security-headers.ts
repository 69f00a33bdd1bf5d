import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import { contentSecurityPolicy } from "./content-security-policy.ts";

const PERMISSIONS = [
  "camera",
  "microphone",
  "display-capture",
  "fullscreen",
  "screen-wake-lock",
  "autoplay",
  "speaker-selection",
];

/** Headers of every answer; HSTS only where the public URL is https. */
export async function registerSecurityHeaders(app: FastifyInstance, publicUrl: string | undefined): Promise<void> {
  const https = publicUrl?.startsWith("https:") ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(publicUrl, () => ["'none'"]),
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    originAgentCluster: https,
    xFrameOptions: { action: "deny" },
  });
  const permissions = PERMISSIONS.map((name) => `${name}=(self)`).join(", ");
  app.addHook("onSend", async (_request, reply) => {
    reply.header("permissions-policy", permissions);
  });
}
