import type { Context } from "../context.ts";
import type { Room, RoomKey } from "../room.ts";

/** A room as it begins: open, listed and nobody's, but for what is given. */
export function newRoom(ctx: Pick<Context, "now" | "policy">, key: RoomKey, given: Partial<Room> = {}): Room {
  const now = ctx.now();
  return {
    name: null,
    visibility: "listed",
    createdAt: now,
    lastUsed: now,
    maxParticipants: ctx.policy.maxParticipants,
    allowScreenShare: true,
    passwordHash: null,
    passwordHint: null,
    ownerKeyHash: null,
    totalSessions: 0,
    totalDuration: 0,
    metadata: null,
    createdBy: null,
    endedAt: null,
    ...given,
    appId: key.appId,
    roomId: key.roomId,
  };
}
