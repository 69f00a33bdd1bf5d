import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The built web app: its files, and its page at every address that a person can open. */
export async function registerWebApp(app: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(join(directory, "index.html"))) return;
  await app.register(fastifyStatic, {
    root: directory,
    index: false,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = path.startsWith(join(directory, "assets"));
      reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  for (const path of ["/", "/room/:roomId"]) app.get(path, (_request, reply) => reply.sendFile("index.html"));
}
