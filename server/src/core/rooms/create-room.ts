import type { Context } from "../context.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import { PUBLIC_APP, type Room } from "../room.ts";
import { newRoom } from "./new-room.ts";
import { newRoomId } from "./new-room-id.ts";
import { hashOwnerKey, newOwnerKey } from "./owner-key.ts";
import { spendJoin } from "./spend-join.ts";

/** A room someone has made before anyone entered it. */
export interface CreatedRoom {
  room: Room;
  ownerKey: string;
}

/**
 * Makes a room of the public app with an id that nobody can guess. An address makes as many as it may join.
 * Throws DRAINING, RATE_LIMITED.
 */
export async function createRoom(
  ctx: Context,
  { name, address }: { name: string; address: string },
): Promise<CreatedRoom> {
  refuseWhileDraining(ctx);
  await spendJoin(ctx, address);
  const key = { appId: PUBLIC_APP, roomId: newRoomId() };
  const ownerKey = newOwnerKey();
  const { room } = await ctx.rooms.create(newRoom(ctx, key, { name, ownerKeyHash: hashOwnerKey(ownerKey) }));
  ctx.publish({ type: "room.created", ...key });
  return { room, ownerKey };
}
