import type { RoomMeta } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import type { RoomKey } from "../room.ts";

/** What a visitor may know before joining; asking doesn't create the room. */
export async function roomMeta(ctx: Context, key: RoomKey): Promise<RoomMeta> {
  const room = await ctx.rooms.find(key);
  // Of a call, only the two who are in it know.
  if (!room || room.visibility === "invited") {
    const { maxParticipants } = ctx.policy;
    return { roomId: key.roomId, exists: false, passwordEnabled: false, maxParticipants, participants: 0 };
  }
  return {
    roomId: room.roomId,
    exists: true,
    passwordEnabled: room.passwordHash !== null,
    ...(room.passwordHint === null ? {} : { passwordHint: room.passwordHint }),
    maxParticipants: room.maxParticipants,
    participants: await ctx.rosters.count(key),
  };
}
