import type { AppRoomState } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Room, RoomKey } from "../room.ts";

/** A room of an app and how many are in it now. */
export interface AppRoomView {
  room: Room;
  state: AppRoomState;
  participants: number;
}

/** The room as its app may know it. Throws NOT_FOUND, the same for a foreign room, a missing one and that of a call. */
export async function findAppRoom(ctx: Pick<Context, "rooms">, { appId, roomId }: RoomKey): Promise<Room> {
  const room = await ctx.rooms.find({ appId, roomId });
  if (!room || room.visibility === "invited") {
    throw new Refusal("NOT_FOUND", { message: "There is no room with that id." });
  }
  return room;
}

/** The room with what goes on in it. */
export function viewAppRoom(room: Room, count: number): AppRoomView {
  if (room.endedAt !== null) return { room, state: "ended", participants: 0 };
  return { room, state: count > 0 ? "active" : "waiting", participants: count };
}
