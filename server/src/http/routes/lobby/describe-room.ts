import { type RoomDetails, RoomId } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import Type, { type Static } from "typebox";
import type { Core } from "../../../core/core.ts";
import { listedRoom } from "./listed-room.ts";

const Params = Type.Object({ roomId: RoomId });

/** The lobby's `GET /api/rooms/:roomId`: who is in the room, unless it has a password. */
export function registerDescribeRoom(app: FastifyInstance, core: Core): void {
  app.get<{ Params: Static<typeof Params> }>(
    "/api/rooms/:roomId",
    { schema: { params: Params } },
    async (request, reply): Promise<RoomDetails> => {
      reply.header("cache-control", "no-store");
      const { room, members } = await core.describeRoom(request.params.roomId);
      const participants = members.map(({ userId, name: username, joinedAt }) => ({
        userId,
        username,
        joinedAt: new Date(joinedAt).toISOString(),
      }));
      return { ...listedRoom(room), ...(room.passwordHash === null ? { participants } : {}) };
    },
  );
}
