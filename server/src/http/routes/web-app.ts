import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../../core/errors.ts";

/** The built web app: its files, and its page at every address that a person can open, or mistype. */
export async function registerWebApp(app: FastifyInstance, directory: string): Promise<void> {
  const built = existsSync(join(directory, "index.html"));
  app.setNotFoundHandler((request, reply) => {
    if (built && wantsPage(request)) return reply.code(404).sendFile("index.html");
    throw new Refusal("NOT_FOUND");
  });
  if (!built) return;
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

function wantsPage({ method, headers }: FastifyRequest): boolean {
  return method === "GET" && headers.accept?.includes("text/html") === true;
}
