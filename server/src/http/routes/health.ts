import type { Health } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import type { Core } from "../../core/core.ts";

/** `GET /health`: alive, with counts (lobby spec). `GET /ready`: whether newcomers should be sent here. */
export function registerHealth(app: FastifyInstance, core: Core, version: string): void {
  app.get(
    "/health",
    async (): Promise<Health> => ({
      status: core.lifecycle.state === "serving" ? "healthy" : "draining",
      ...(await core.totals()),
      timestamp: new Date().toISOString(),
      version,
      uptime: Math.floor(process.uptime()),
    }),
  );

  app.get("/ready", async (_request, reply) => {
    const ready = core.lifecycle.state === "serving";
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "draining" });
  });
}
