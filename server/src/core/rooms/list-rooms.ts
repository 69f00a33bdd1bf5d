import type { Context } from "../context.ts";
import { PUBLIC_APP, type Room } from "../room.ts";

/** A room and how many are in it now. */
export interface ListedRoom {
  room: Room;
  participants: number;
}

/** The public app's rooms that are listed, the last used first. */
export async function listRooms(ctx: Context, limit: number): Promise<ListedRoom[]> {
  const [rooms, live] = await Promise.all([ctx.rooms.list(PUBLIC_APP, limit), ctx.rosters.live(PUBLIC_APP)]);
  return rooms.map((room) => ({ room, participants: live.get(room.roomId) ?? 0 }));
}
