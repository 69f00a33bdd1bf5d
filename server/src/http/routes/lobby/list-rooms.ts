import type { RoomList } from "@chamcall/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import Type from "typebox";
import type { Core } from "../../../core/core.ts";
import { compileCheck } from "../../compile-check.ts";
import { listedRoom } from "./listed-room.ts";

/** `limit` from 1 to 1000. */
const checkQuery = compileCheck(
  Type.Object({ limit: Type.Optional(Type.String({ pattern: "^([1-9][0-9]{0,2}|1000)$" })) }),
  "querystring",
);
const DEFAULT_LIMIT = 100;

/** The lobby's `GET /api/rooms`: how many are in a room, unless it has a password. */
export function listRooms(core: Core) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<RoomList> => {
    reply.header("cache-control", "no-store");
    const { limit } = checkQuery(request.query);
    const rooms = await core.listRooms(Number(limit ?? DEFAULT_LIMIT));
    return {
      rooms: rooms.map(({ room, participants }) => ({
        ...listedRoom(room),
        ...(room.passwordHash === null ? { participants } : {}),
      })),
    };
  };
}
