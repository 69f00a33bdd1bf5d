import { randomBytes, randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { permissionsOf } from "../permissions.ts";
import type { RoomClaims } from "../ports.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import type { Room, RoomKey, Visibility } from "../room.ts";
import { newRoom } from "./new-room.ts";
import { hashOwnerKey, isOwnerKey, newOwnerKey } from "./owner-key.ts";
import { passwordGate } from "./password-gate.ts";
import { spendJoin } from "./spend-join.ts";

/** Someone who wants in without an account. */
export interface Visitor {
  key: RoomKey;
  /** A temporary identity is made for those who bring none. */
  userId?: string | undefined;
  name: string;
  password?: string | undefined;
  ownerKey?: string | undefined;
  address: string;
  /** What differs, where this visit makes the room. */
  made?: { capacity?: number | undefined; visibility?: Visibility };
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
 * Throws DRAINING, RATE_LIMITED, FORBIDDEN (a call's room), AUTH_REQUIRED, AUTH_FAILED, TOO_MANY_ATTEMPTS.
 */
export async function authorizeJoin(ctx: Context, visitor: Visitor): Promise<Entry> {
  refuseWhileDraining(ctx);
  await spendJoin(ctx, visitor.address);

  const { room, ownerKey } = await findOrCreate(ctx, visitor);
  const isOwner = isOwnerKey(ownerKey ?? visitor.ownerKey, room.ownerKeyHash);
  if (room.passwordHash !== null && !isOwner) await passwordGate(ctx, room, room.passwordHash, visitor);

  const role = isOwner ? "host" : "participant";
  const claims = {
    ...visitor.key,
    userId: visitor.userId ?? newUserId(),
    entryId: randomUUID(),
    name: visitor.name,
    role,
    permissions: permissionsOf[role],
  } as const;
  return ownerKey === undefined ? { room, claims } : { room, claims, ownerKey };
}

/** Nothing personal in it. */
function newUserId(): string {
  return `u_${randomBytes(9).toString("base64url")}`;
}

async function findOrCreate(ctx: Context, { key, made }: Visitor): Promise<{ room: Room; ownerKey?: string }> {
  const existing = await ctx.rooms.find(key);
  if (existing?.visibility === "invited") {
    throw new Refusal("FORBIDDEN", { message: "This room is a call between two people: only they can enter." });
  }
  if (existing) return { room: existing };
  const ownerKey = newOwnerKey();
  const { maxParticipants } = ctx.policy;
  const { room, created } = await ctx.rooms.create(
    newRoom(ctx, key, {
      visibility: made?.visibility ?? "listed",
      maxParticipants: Math.min(maxParticipants, made?.capacity ?? maxParticipants),
      ownerKeyHash: hashOwnerKey(ownerKey),
    }),
  );
  if (!created) return { room };
  ctx.publish({ type: "room.created", ...key });
  return { room, ownerKey };
}
