import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Member } from "../member.ts";
import { PUBLIC_APP, type Room } from "../room.ts";

/** A room and who is in it now, in order of arrival. */
export interface DescribedRoom {
  room: Room;
  members: Member[];
}

/** One of the public app's rooms, listed or not: who asks has its link. Throws NOT_FOUND, also for a call's room. */
export async function describeRoom(ctx: Context, roomId: string): Promise<DescribedRoom> {
  const key = { appId: PUBLIC_APP, roomId };
  const room = await ctx.rooms.find(key);
  if (!room || room.visibility === "invited")
    throw new Refusal("NOT_FOUND", { message: "There is no room with that id." });
  return { room, members: await ctx.rosters.members(key) };
}
