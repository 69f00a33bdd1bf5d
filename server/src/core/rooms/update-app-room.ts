import type { AppIdentity } from "../apps/app.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { RoomPatch } from "../room.ts";
import { announce } from "./announce.ts";
import { type AppRoomView, findAppRoom, viewAppRoom } from "./app-room.ts";
import { refuseLargeMetadata } from "./refuse-large-metadata.ts";
import { refuseOverCapacity } from "./refuse-over-capacity.ts";

/** What an app can change in its room. */
export type AppRoomPatch = Pick<RoomPatch, "name" | "metadata" | "maxParticipants" | "allowScreenShare">;

/** Changes a room of an app and tells everyone in it. Throws NOT_FOUND, BAD_REQUEST (metadata), LIMIT_REACHED. */
export async function updateAppRoom(
  ctx: Context,
  { appId, limits }: AppIdentity,
  roomId: string,
  patch: AppRoomPatch,
): Promise<AppRoomView> {
  const key = { appId, roomId };
  await findAppRoom(ctx, key);
  refuseLargeMetadata(patch.metadata);
  refuseOverCapacity(limits, patch.maxParticipants);
  const room = await ctx.rooms.update(key, patch);
  if (!room) throw new Refusal("NOT_FOUND");
  ctx.publish({ type: "room.updated", ...key });
  const members = await ctx.rosters.members(key);
  announce(ctx, members, { type: "room-updated", room });
  return viewAppRoom(room, members.length);
}
