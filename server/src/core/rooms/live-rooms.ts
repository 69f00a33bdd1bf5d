import type { Context } from "../context.ts";
import { PUBLIC_APP } from "../room.ts";
import { listRooms } from "./list-rooms.ts";

/** Rooms that an answer without the others' ids looks through, the last used first. */
const MAX_LISTED = 1000;

/** The public app's rooms that someone is in, roomId → how many; `listed` leaves out those whose id is all it takes. */
export async function liveRooms(ctx: Context, which: "all" | "listed"): Promise<Map<string, number>> {
  if (which === "all") return ctx.rosters.live(PUBLIC_APP);
  const rooms = await listRooms(ctx, MAX_LISTED);
  return new Map(
    rooms.filter(({ participants }) => participants > 0).map(({ room, participants }) => [room.roomId, participants]),
  );
}
