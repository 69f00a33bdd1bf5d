import { PageQuery, type SessionPage } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import type { Core } from "../../../core/core.ts";
import { page } from "./page.ts";
import { RoomParams } from "./room-params.ts";

/** `GET /api/v1/rooms/:roomId/sessions`: when someone was in the room, and for how long. */
export function registerSessions(v1: FastifyInstance, { appRooms }: Core): void {
  v1.get<{ Params: RoomParams; Querystring: PageQuery }>(
    "/rooms/:roomId/sessions",
    { schema: { params: RoomParams, querystring: PageQuery } },
    async (request): Promise<SessionPage> => {
      const { items, next } = await page(
        request.query,
        (wanted) => appRooms.sessions(request.app, request.params.roomId, wanted),
        ({ startedAt, sessionId }) => ({ at: startedAt, id: sessionId }),
      );
      const now = Date.now();
      const sessions = items.map(({ sessionId, startedAt, endedAt, peak }) => ({
        sessionId,
        startedAt: new Date(startedAt).toISOString(),
        endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
        duration: Math.max(0, (endedAt ?? now) - startedAt),
        peakParticipants: peak,
      }));
      return { sessions, ...next };
    },
  );
}
