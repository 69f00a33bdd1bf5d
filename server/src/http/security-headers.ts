import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

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
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:", "mediastream:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(publicUrl === undefined ? [] : [publicUrl.replace(/^http/, "ws")])],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
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
