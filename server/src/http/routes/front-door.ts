import type { FastifyInstance } from "fastify";
import type { DialectName } from "../../config.ts";
import type { Core } from "../../core/core.ts";
import { PUBLIC_APP } from "../../core/room.ts";
import { prefersPage } from "../prefers-page.ts";

export interface FrontDoorOptions {
  core: Core;
  doors: ReadonlySet<DialectName>;
  /** Ids of rooms that aren't listed are not shown: they are all it takes to enter. */
  production: boolean;
  /** Whether the web app is there to be shown. */
  hasPage: boolean;
}

/**
 * Addresses that people open in a browser and clients ask for JSON: `/` (direct's status, pairing's health message),
 * `/users` (direct) and `/rooms` (pairing's debug list).
 */
export function registerFrontDoor(app: FastifyInstance, { core, doors, production, hasPage }: FrontDoorOptions): void {
  const hasStatus = doors.has("direct") || doors.has("pairing");

  if (hasPage || hasStatus) {
    app.get("/", async (request, reply) => {
      if (hasPage && (!hasStatus || prefersPage(request, reply))) return reply.sendFile("index.html");
      // Where operators of the pairing server look for it.
      if (doors.has("pairing")) request.log.debug("Health check");
      reply.header("cache-control", "no-store");
      return doors.has("direct") ? directStatus(core) : { status: "healthy", timestamp: new Date().toISOString() };
    });
  }

  if (doors.has("direct")) {
    app.get("/users", async (_request, reply) => {
      reply.header("cache-control", "no-store");
      const connectedUsers = await core.onlineUsers(PUBLIC_APP);
      return { connectedUsers, totalUsers: connectedUsers.length };
    });
  }

  if (doors.has("pairing")) {
    app.get("/rooms", async (request, reply) => {
      reply.header("cache-control", "no-store");
      // The web app has no such page, and says so.
      if (hasPage && prefersPage(request, reply)) return reply.callNotFound();
      const rooms = await core.liveRooms(production ? "listed" : "all");
      return { rooms: [...rooms].map(([roomId, count]) => ({ roomId, count })) };
    });
  }
}

async function directStatus(core: Core) {
  const [connectedUsers, activeCalls] = await Promise.all([core.countOnline(PUBLIC_APP), core.activeCalls(PUBLIC_APP)]);
  return {
    status: "WebRTC Signaling Server Running",
    connectedUsers,
    activeCalls,
    timestamp: new Date().toISOString(),
  };
}
