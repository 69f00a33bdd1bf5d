import type { AppRoomStatus } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import type { Core } from "../../../core/core.ts";
import { RoomParams } from "./room-params.ts";

/** `GET /api/v1/rooms/:roomId/status`: who is in the room now. */
export function registerStatus(v1: FastifyInstance, { appRooms }: Core): void {
  v1.get<{ Params: RoomParams }>(
    "/rooms/:roomId/status",
    { schema: { params: RoomParams } },
    async (request): Promise<AppRoomStatus> => {
      const { roomId } = request.params;
      const { state, members } = await appRooms.status(request.app, roomId);
      const participants = members.map(({ userId, name, role, joinedAt }) => ({
        userId,
        name,
        role,
        joinedAt: new Date(joinedAt).toISOString(),
      }));
      return { roomId, status: state, participants };
    },
  );
}
