import type { Context } from "../context.ts";
import type { RoomKey } from "../room.ts";
import { eject } from "./eject.ts";
import { releaseSeat } from "./release-seat.ts";

/** Ejects everyone from a room that has ended. */
export async function emptyRoom(ctx: Context, { appId, roomId }: RoomKey): Promise<void> {
  for (const { userId, address } of await ctx.rosters.members({ appId, roomId })) {
    const { recipientId } = address;
    if (await releaseSeat(ctx, { appId, roomId }, { userId, recipientId }, "ended")) eject(ctx, { address }, "ended");
  }
}
