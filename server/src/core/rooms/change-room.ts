import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Reply } from "../reply.ts";
import type { RoomPatch } from "../room.ts";
import type { Seat } from "../seat.ts";
import { announce } from "./announce.ts";

/** Changes the seat's room and tells everyone in it. Throws FORBIDDEN unless its token allows managing the room. */
export async function changeRoom(
  ctx: Context,
  seat: Seat,
  makePatch: () => Promise<RoomPatch> | RoomPatch,
): Promise<Reply> {
  const { appId, roomId, permissions } = seat.claims;
  if (!permissions.includes("manage-room")) {
    throw new Refusal("FORBIDDEN", { message: "Only the room's owner can change its settings." });
  }
  const room = await ctx.rooms.update({ appId, roomId }, await makePatch());
  if (!room) throw new Refusal("NOT_FOUND");
  ctx.publish({ type: "room.updated", appId, roomId });
  announce(ctx, ctx.rosters.local(room).values(), { type: "room-updated", room });
  return { ok: true };
}
