import type { AppRoomState } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import type { Member } from "../member.ts";
import type { RoomKey } from "../room.ts";
import { findAppRoom, viewAppRoom } from "./app-room.ts";

/** Whether a room of an app is in use and who is in it, in order of arrival. Throws NOT_FOUND. */
export async function roomStatus(ctx: Context, key: RoomKey): Promise<{ state: AppRoomState; members: Member[] }> {
  const room = await findAppRoom(ctx, key);
  const members = await ctx.rosters.members(key);
  const { state } = viewAppRoom(room, members.length);
  return { state, members: state === "ended" ? [] : members };
}
