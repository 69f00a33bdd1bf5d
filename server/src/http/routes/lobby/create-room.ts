import { CreateRoomBody, type CreateRoomReply } from "@chamcall/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Core } from "../../../core/core.ts";
import type { ClientAddress } from "../../client-address.ts";
import { compileCheck } from "../../compile-check.ts";
import { ownOrigin } from "../../own-origin.ts";
import { listedRoom } from "./listed-room.ts";

const checkBody = compileCheck(CreateRoomBody, "body");

/** The lobby's `POST /api/rooms`: 201, with the key of whoever made the room. */
export function createRoom(
  core: Core,
  { clientAddress, publicUrl }: { clientAddress: ClientAddress; publicUrl: string | undefined },
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<CreateRoomReply> => {
    reply.header("cache-control", "no-store");
    const { name } = checkBody(request.body);
    const { room, ownerKey } = await core.createRoom({ name, address: clientAddress(request.raw) });
    reply.code(201);
    const { roomId, createdAt, maxParticipants } = listedRoom(room);
    return {
      roomId,
      name,
      createdAt,
      maxParticipants,
      ownerKey,
      url: `${ownOrigin(request, publicUrl)}/room/${roomId}`,
    };
  };
}
