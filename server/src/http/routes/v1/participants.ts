import { RoomId, UserId } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import Type, { type Static } from "typebox";
import type { Core } from "../../../core/core.ts";

const Params = Type.Object({ roomId: RoomId, userId: UserId });

/** `DELETE /api/v1/rooms/:roomId/participants/:userId`, 204: the participant is out, and their token no good any more. */
export function registerParticipants(v1: FastifyInstance, { appRooms }: Core): void {
  v1.delete<{ Params: Static<typeof Params> }>(
    "/rooms/:roomId/participants/:userId",
    { schema: { params: Params } },
    async (request, reply) => {
      const { roomId, userId } = request.params;
      await appRooms.remove(request.app, roomId, userId);
      return reply.code(204).send();
    },
  );
}
