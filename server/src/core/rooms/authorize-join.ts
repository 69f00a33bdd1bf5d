import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { permissionsOf } from "../permissions.ts";
import type { RoomClaims } from "../ports.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import type { Room, RoomKey } from "../room.ts";
import { spend } from "../spend.ts";
import { hashOwnerKey, isOwnerKey, newOwnerKey } from "./owner-key.ts";
import { passwordGate } from "./password-gate.ts";

/** Someone who wants in without an account. */
export interface Visitor {
  key: RoomKey;
  userId: string;
  name: string;
  password?: string | undefined;
  ownerKey?: string | undefined;
  address: string;
}

/** May enter; `ownerKey` only when this visit created the room. */
export interface Entry {
  room: Room;
  claims: RoomClaims;
  ownerKey?: string;
}

/**
 * The join policy of rooms without accounts: creates the room on first join, lets its owner in by key
 * and everyone else by password where one is set. Takes no seat.
 * Throws DRAINING, RATE_LIMITED, AUTH_REQUIRED, AUTH_FAILED, TOO_MANY_ATTEMPTS.
 */
export async function authorizeJoin(ctx: Context, visitor: Visitor): Promise<Entry> {
  refuseWhileDraining(ctx);
  await spend(ctx, `join:${visitor.address}`, { points: ctx.policy.joinRate, windowMs: 60_000 });

  const { room, ownerKey } = await findOrCreate(ctx, visitor.key);
  const isOwner = isOwnerKey(ownerKey ?? visitor.ownerKey, room.ownerKeyHash);
  if (room.passwordHash !== null && !isOwner) await passwordGate(ctx, room, room.passwordHash, visitor);

  const role = isOwner ? "host" : "participant";
  const claims = {
    ...visitor.key,
    userId: visitor.userId,
    entryId: randomUUID(),
    name: visitor.name,
    role,
    permissions: permissionsOf[role],
  } as const;
  return ownerKey === undefined ? { room, claims } : { room, claims, ownerKey };
}

async function findOrCreate(ctx: Context, key: RoomKey): Promise<{ room: Room; ownerKey?: string }> {
  const existing = await ctx.rooms.find(key);
  if (existing) return { room: existing };
  const ownerKey = newOwnerKey();
  const now = ctx.now();
  const { room, created } = await ctx.rooms.create({
    ...key,
    createdAt: now,
    lastUsed: now,
    maxParticipants: ctx.policy.maxParticipants,
    allowScreenShare: true,
    passwordHash: null,
    passwordHint: null,
    ownerKeyHash: hashOwnerKey(ownerKey),
    totalSessions: 0,
    totalDuration: 0,
  });
  if (!created) return { room };
  ctx.publish({ type: "room.created", ...key });
  return { room, ownerKey };
}
