import type { CallRoom, Person } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import { permissionsOf } from "../permissions.ts";
import type { RoomKey } from "../room.ts";
import { newRoom } from "../rooms/new-room.ts";
import type { ActiveCall } from "./call.ts";

const keyOf = ({ appId, callId }: ActiveCall): RoomKey => ({ appId, roomId: `call-${callId}` });

/** Makes the room for two that a call goes on in; it is forgotten when it is empty again. */
export async function openCallRoom(ctx: Context, call: ActiveCall): Promise<void> {
  await ctx.rooms.create(newRoom(ctx, keyOf(call), { visibility: "invited", maxParticipants: 2 }));
}

/** Forgets the room of a call that was over before anyone entered; otherwise the last to leave it does. */
export async function closeCallRoom(ctx: Context, call: ActiveCall): Promise<void> {
  if (call.medium === "room") await ctx.rooms.remove(keyOf(call)).catch(ctx.report);
}

/** The way into a call's room for one of the two; asked for again, the same seat. */
export async function issueCallRoom(ctx: Context, call: ActiveCall, { userId, name }: Person): Promise<CallRoom> {
  const key = keyOf(call);
  const role = "participant";
  const token = await ctx.tokens.issueRoomToken({
    ...key,
    userId,
    name,
    role,
    permissions: permissionsOf[role],
    entryId: `${call.callId}:${userId}`,
    callId: call.callId,
  });
  return {
    roomId: key.roomId,
    token,
    iceServers: ctx.iceServersFor(call.appId, ctx.now()),
    ttl: ctx.tokens.ttlSeconds,
  };
}
