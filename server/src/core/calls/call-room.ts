import type { CallRoom, Person } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import { permissionsOf } from "../permissions.ts";
import { newRoom } from "../rooms/new-room.ts";
import type { ActiveCall } from "./call.ts";

/** An answered call that goes on in a room. */
export type CallInRoom = ActiveCall & { roomId: string };

/** Makes the room for two that a call goes on in; it is forgotten with the call. */
export async function openCallRoom(ctx: Context, { appId, roomId }: CallInRoom): Promise<void> {
  const room = newRoom(ctx, { appId, roomId }, { visibility: "invited", maxParticipants: 2 });
  const { created } = await ctx.rooms.create(room);
  if (!created) throw new Error("a call's room is there already");
}

/** From now on nobody comes in any more; who is inside hears of the other's leaving. */
export async function closeCallRoom(ctx: Context, { appId, roomId }: CallInRoom): Promise<void> {
  await ctx.rooms.remove({ appId, roomId }).catch(ctx.report);
}

/** The way into a call's room for one of the two; asked for again, the same seat. */
export async function issueCallRoom(
  ctx: Context,
  { appId, roomId, callId }: CallInRoom,
  { userId, name }: Person,
): Promise<CallRoom> {
  const role = "participant";
  const token = await ctx.tokens.issueRoomToken({
    appId,
    roomId,
    userId,
    name,
    role,
    permissions: permissionsOf[role],
    entryId: `${callId}:${userId}`,
    callId,
  });
  return { roomId, token, iceServers: ctx.iceServersFor(appId, ctx.now()), ttl: ctx.tokens.ttlSeconds };
}

/** Whether the call goes on in a room. */
export function isInRoom(call: ActiveCall): call is CallInRoom {
  return call.roomId !== undefined;
}
