import { JoinRoomBody, type JoinRoomReply, RoomId, type RoomMeta } from "@chamcall/protocol";
import type { FastifyInstance } from "fastify";
import Type, { type Static } from "typebox";
import type { Core } from "../../core/core.ts";
import { PUBLIC_APP } from "../../core/room.ts";
import type { ClientAddress } from "../client-address.ts";
import { socketOrigin } from "../socket-origin.ts";

const Params = Type.Object({ roomId: RoomId });
type Params = Static<typeof Params>;

/** `GET /room/:roomId/meta` and `POST /room/:roomId/join`: the public app's rooms for the web app and SDK. */
export function registerRoom(
  app: FastifyInstance,
  core: Core,
  { clientAddress, publicUrl }: { clientAddress: ClientAddress; publicUrl: string | undefined },
): void {
  app.get<{ Params: Params }>(
    "/room/:roomId/meta",
    { schema: { params: Params } },
    async (request, reply): Promise<RoomMeta> => {
      reply.header("cache-control", "no-store");
      return core.roomMeta({ appId: PUBLIC_APP, roomId: request.params.roomId });
    },
  );

  app.post<{ Params: Params; Body: JoinRoomBody }>(
    "/room/:roomId/join",
    { schema: { params: Params, body: JoinRoomBody } },
    async (request, reply): Promise<JoinRoomReply> => {
      reply.header("cache-control", "no-store");
      const { roomId } = request.params;
      const { displayName: name, unlisted, ...visitor } = request.body;
      const key = { appId: PUBLIC_APP, roomId };
      const address = clientAddress(request.raw);
      const { ttlSeconds: ttl, ...entry } = await core.issueEntry({
        ...visitor,
        key,
        name,
        address,
        made: { visibility: unlisted ? "unlisted" : "listed" },
      });
      return { roomId, ...entry, ttl, signalingUrl: `${socketOrigin(request, publicUrl)}/ws` };
    },
  );
}
