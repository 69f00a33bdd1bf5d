import { randomUUID } from "node:crypto";
import type { IceServer, Role } from "@chamcall/protocol";
import type { AppIdentity } from "../apps/app.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { permissionsOf } from "../permissions.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import { spend } from "../spend.ts";
import { nameFor } from "../users/user.ts";
import { findAppRoom } from "./app-room.ts";

/** Someone whom an app lets into its room. */
export interface AppGuest {
  roomId: string;
  userId: string;
  /** What others read; the userId when absent. */
  name?: string | undefined;
  role?: Role | undefined;
}

/** All that the guest's client needs to connect. */
export interface AppEntry {
  token: string;
  iceServers: IceServer[];
  ttlSeconds: number;
}

/**
 * A room token for someone whom the app vouches for. Capacity is only looked at here, to refuse early; the seat itself decides.
 * Throws DRAINING, RATE_LIMITED, NOT_FOUND, ROOM_ENDED, ROOM_FULL.
 */
export async function joinAppRoom(ctx: Context, app: AppIdentity, guest: AppGuest): Promise<AppEntry> {
  refuseWhileDraining(ctx);
  const { appId, limits } = app;
  const { roomId, userId, name = nameFor(userId), role = "participant" } = guest;
  const room = await findAppRoom(ctx, { appId, roomId });
  if (room.endedAt !== null) throw new Refusal("ROOM_ENDED");
  if (limits.joinRate !== null) await spend(ctx, `join-app:${appId}`, { points: limits.joinRate, windowMs: 60_000 });

  const inside = await ctx.rosters.members(room);
  const isBack = inside.some((member) => member.userId === userId);
  if (!isBack && inside.length >= room.maxParticipants) {
    throw new Refusal("ROOM_FULL", { maxParticipants: room.maxParticipants });
  }
  const permissions = permissionsOf[role];
  return {
    token: await ctx.tokens.issueRoomToken({ appId, roomId, userId, entryId: randomUUID(), name, role, permissions }),
    iceServers: ctx.iceServersFor(appId, ctx.now()),
    ttlSeconds: ctx.tokens.ttlSeconds,
  };
}
