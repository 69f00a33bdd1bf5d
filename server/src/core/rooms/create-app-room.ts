import { createHash } from "node:crypto";
import type { AppIdentity } from "../apps/app.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import type { Room } from "../room.ts";
import { newRoom } from "./new-room.ts";
import { newRoomId } from "./new-room-id.ts";
import { refuseLargeMetadata } from "./refuse-large-metadata.ts";
import { refuseOverCapacity } from "./refuse-over-capacity.ts";

/** How long a request can be repeated without making another room. */
const REPEATABLE_MS = 24 * 60 * 60_000;

/** What an app says of the room it wants. */
export interface NewAppRoom {
  metadata?: Room["metadata"] | undefined;
  createdBy?: string | undefined;
  name?: string | undefined;
  maxParticipants?: number | undefined;
}

/**
 * Makes a room of an app with an id that nobody can guess; a request with the same key and content as one of the last day
 * gets the room of that time. Returns the roomId.
 * Throws DRAINING, BAD_REQUEST (metadata), LIMIT_REACHED (rooms, capacity), IDEMPOTENCY_MISMATCH.
 */
export async function createAppRoom(
  ctx: Context,
  { appId, limits }: AppIdentity,
  wanted: NewAppRoom,
  requestKey: string | undefined,
): Promise<string> {
  refuseWhileDraining(ctx);
  refuseLargeMetadata(wanted.metadata);
  refuseOverCapacity(limits, wanted.maxParticipants);
  const key = { appId, roomId: newRoomId() };
  const { metadata = null, createdBy = null, name = null } = wanted;
  const most = limits.maxParticipants ?? ctx.policy.maxParticipants;
  const maxParticipants = wanted.maxParticipants ?? Math.min(ctx.policy.maxParticipants, most);
  const room = newRoom(ctx, key, { metadata, createdBy, name, maxParticipants, visibility: "unlisted" });
  const opening = await ctx.rooms.open(room, {
    maxOpen: limits.maxRooms,
    request: requestKey === undefined ? undefined : requestOf(requestKey, wanted, room.createdAt),
  });
  switch (opening.outcome) {
    case "opened":
      ctx.publish({ type: "room.created", ...key });
      return room.roomId;
    case "repeated":
      return opening.roomId;
    case "limit":
      throw new Refusal("LIMIT_REACHED", {
        message: `This app may have ${limits.maxRooms} rooms at once. End one that is over.`,
      });
    case "mismatch":
      throw new Refusal("IDEMPOTENCY_MISMATCH");
  }
}

function requestOf(key: string, wanted: NewAppRoom, now: number) {
  const bodyHash = createHash("sha256").update(JSON.stringify(wanted)).digest("hex");
  return { key, bodyHash, since: now - REPEATABLE_MS };
}
