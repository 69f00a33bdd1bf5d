import {
  type AppRoom,
  type AppRoomPage,
  CreateAppRoomBody,
  type CreateAppRoomReply,
  PageQuery,
  UpdateAppRoomBody,
} from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import type { Core } from "../../../core/core.ts";
import { appRoom } from "./app-room.ts";
import { page } from "./page.ts";
import { requestKey } from "./request-key.ts";
import { RoomParams } from "./room-params.ts";

/** `/api/v1/rooms`: make, list, read, change and end the app's rooms. */
export function registerRooms(v1: FastifyInstance, { appRooms }: Core): void {
  v1.post<{ Body: CreateAppRoomBody }>(
    "/rooms",
    { schema: { body: CreateAppRoomBody } },
    async (request, reply): Promise<CreateAppRoomReply> => {
      const roomId = await appRooms.create(request.app, request.body, requestKey(request));
      reply.code(201);
      return { roomId, status: "waiting" };
    },
  );

  v1.get<{ Querystring: PageQuery }>(
    "/rooms",
    { schema: { querystring: PageQuery } },
    async (request): Promise<AppRoomPage> => {
      const { items, next } = await page(
        request.query,
        (wanted) => appRooms.list(request.app, wanted),
        ({ room }) => ({ at: room.createdAt, id: room.roomId }),
      );
      return { rooms: items.map(appRoom), ...next };
    },
  );

  const ofRoom = "/rooms/:roomId";
  v1.get<{ Params: RoomParams }>(
    ofRoom,
    { schema: { params: RoomParams } },
    async (request): Promise<AppRoom> => appRoom(await appRooms.find(request.app, request.params.roomId)),
  );

  v1.patch<{ Params: RoomParams; Body: UpdateAppRoomBody }>(
    ofRoom,
    { schema: { params: RoomParams, body: UpdateAppRoomBody } },
    async (request): Promise<AppRoom> =>
      appRoom(await appRooms.update(request.app, request.params.roomId, request.body)),
  );

  v1.delete<{ Params: RoomParams }>(
    ofRoom,
    { schema: { params: RoomParams } },
    async (request): Promise<AppRoom> => appRoom(await appRooms.end(request.app, request.params.roomId)),
  );
}
