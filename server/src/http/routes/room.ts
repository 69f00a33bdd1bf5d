import { randomBytes } from "node:crypto";
import { JoinRoomBody, type JoinRoomReply, RoomId, type RoomMeta } from "@chamcall/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import Type, { type Static } from "typebox";
import type { Core } from "../../core/core.ts";
import { PUBLIC_APP } from "../../core/room.ts";
import type { ClientAddress } from "../client-address.ts";

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
      const { displayName: name, password, ownerKey, userId = newUserId() } = request.body;
      const key = { appId: PUBLIC_APP, roomId };
      const address = clientAddress(request.raw);
      const { ttlSeconds: ttl, ...entry } = await core.issueEntry({ key, userId, name, password, ownerKey, address });
      return { roomId, userId, ...entry, ttl, signalingUrl: `${socketOrigin(request, publicUrl)}/ws` };
    },
  );
}

/** A temporary identity, as the rooms spec has it: nothing personal in it. */
function newUserId(): string {
  return `u_${randomBytes(9).toString("base64url")}`;
}

function socketOrigin(request: FastifyRequest, publicUrl: string | undefined): string {
  return (publicUrl ?? `${request.protocol}://${request.host}`).replace(/^http/, "ws");
}
