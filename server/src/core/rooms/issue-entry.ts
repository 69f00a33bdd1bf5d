import type { IceServer } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { authorizeJoin, type Visitor } from "./authorize-join.ts";

/** All that a native client needs to connect. */
export interface IssuedEntry {
  userId: string;
  token: string;
  iceServers: IceServer[];
  ttlSeconds: number;
  ownerKey?: string;
}

/**
 * Opens the door and hands out a room token. Capacity and identity are only looked at here, to refuse early;
 * the seat itself decides. Throws what `authorizeJoin` throws, ROOM_FULL, USER_ID_TAKEN.
 */
export async function issueEntry(ctx: Context, visitor: Visitor): Promise<IssuedEntry> {
  const { room, claims, ownerKey } = await authorizeJoin(ctx, visitor);
  if ((await ctx.rosters.count(room)) >= room.maxParticipants) {
    throw new Refusal("ROOM_FULL", { maxParticipants: room.maxParticipants });
  }
  if (ctx.rosters.local(room).has(claims.userId)) throw new Refusal("USER_ID_TAKEN");
  return {
    userId: claims.userId,
    token: await ctx.tokens.issueRoomToken(claims),
    iceServers: ctx.iceServersFor(claims.appId, ctx.now()),
    ttlSeconds: ctx.tokens.ttlSeconds,
    ...(ownerKey === undefined ? {} : { ownerKey }),
  };
}
