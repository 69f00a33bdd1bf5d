import type { Context } from "../context.ts";
import { PUBLIC_APP } from "../room.ts";

/** Removes the room of a pair that is no more; whoever is in it stays, and keeps the room. */
export async function forgetRoom(ctx: Context, roomId: string): Promise<void> {
  const key = { appId: PUBLIC_APP, roomId };
  if ((await ctx.rosters.count(key)) === 0) await ctx.rooms.remove(key);
}
