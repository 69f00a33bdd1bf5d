import { JoinAppRoomBody, type JoinAppRoomReply } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import type { Core } from "../../../core/core.ts";
import { socketOrigin } from "../../socket-origin.ts";
import { RoomParams } from "./room-params.ts";

/** `POST /api/v1/rooms/:roomId/join`: what one user's client needs to connect. */
export function registerJoin(
  v1: FastifyInstance,
  { appRooms }: Core,
  { publicUrl }: { publicUrl: string | undefined },
): void {
  v1.post<{ Params: RoomParams; Body: JoinAppRoomBody }>(
    "/rooms/:roomId/join",
    { schema: { params: RoomParams, body: JoinAppRoomBody } },
    async (request): Promise<JoinAppRoomReply> => {
      const { roomId } = request.params;
      const { token, iceServers, ttlSeconds: ttl } = await appRooms.join(request.app, { roomId, ...request.body });
      return { roomId, token, signalingUrl: `${socketOrigin(request, publicUrl)}/ws`, iceServers, ttl };
    },
  );
}
