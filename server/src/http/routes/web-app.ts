import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { Refusal } from "../../core/errors.ts";
import { prefersPage } from "../prefers-page.ts";

/** Addresses that are the web app's alone; `/` is the front door's. */
const PAGES = ["/room/:roomId", "/people", "/pair"];

/**
 * The built web app: its files, and its page at every address that a person can open, or mistype.
 * Returns whether it is there.
 */
export async function registerWebApp(app: FastifyInstance, directory: string): Promise<boolean> {
  const built = existsSync(join(directory, "index.html"));
  app.setNotFoundHandler((request, reply) => {
    if (built && request.method === "GET" && prefersPage(request, reply)) return reply.code(404).sendFile("index.html");
    throw new Refusal("NOT_FOUND");
  });
  if (!built) return false;
  await app.register(fastifyStatic, {
    root: directory,
    index: false,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = path.startsWith(join(directory, "assets"));
      // The loader of @chamcall/embed is there for pages of other sites; which may read it, CORS says.
      if (path === join(directory, "embed.js")) reply.header("cross-origin-resource-policy", "cross-origin");
      reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  for (const path of PAGES) app.get(path, (_request, reply) => reply.sendFile("index.html"));
  return true;
}
