import type { Context } from "../context.ts";
import type { RoomKey } from "../room.ts";
import { type AppRoomView, findAppRoom, viewAppRoom } from "./app-room.ts";
import { emptyRoom } from "./empty-room.ts";

/** Ends a room of an app for good: everyone in it is ejected. Ending it again changes nothing. Throws NOT_FOUND. */
export async function endRoom(ctx: Context, key: RoomKey): Promise<AppRoomView> {
  await findAppRoom(ctx, key);
  const { appId, roomId } = key;
  if (await ctx.rooms.end(key, ctx.now())) ctx.publish({ type: "room.ended", appId, roomId });
  await emptyRoom(ctx, key);
  return viewAppRoom(await findAppRoom(ctx, key), 0);
}
