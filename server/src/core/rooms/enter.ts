import { refuseForeignOrigin } from "../apps/refuse-foreign-origin.ts";
import { verifyToken } from "../apps/verify-token.ts";
import type { Client } from "../client.ts";
import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import type { Reply } from "../reply.ts";
import { PUBLIC_APP } from "../room.ts";
import { spend } from "../spend.ts";
import { goOnline } from "../users/go-online.ts";
import { emptyRoom } from "./empty-room.ts";
import { resumeSeat } from "./resume-seat.ts";
import { takeSeat } from "./take-seat.ts";

/** Every entry is announced to everyone in the room: a token may take a seat only so often. */
const REENTRIES = { points: 30, windowMs: 60_000 };

/**
 * Comes in with a token. A user token puts its user online. A room token takes a held seat back where a resume is asked for and possible,
 * otherwise a new seat. The resume key alone proves a held seat, so that it survives its token's expiry.
 * Throws DRAINING, UNAUTHORIZED, APP_DISABLED, ORIGIN_NOT_ALLOWED, REMOVED, RATE_LIMITED, NOT_FOUND, ROOM_ENDED and what `takeSeat` and `goOnline` throw.
 */
export async function enter(
  ctx: Context,
  client: Client,
  command: Extract<Command, { type: "enter" }>,
): Promise<Reply> {
  refuseWhileDraining(ctx);
  if (command.resume) {
    const held = ctx.seats.findByResumeKey(command.resume.key);
    if (held) await refuseForeignOrigin(ctx, client, held.claims.appId);
    if (resumeSeat(ctx, client, command.resume)) return { ok: true };
  }

  const claims = await verifyToken(ctx, command.token);
  await refuseForeignOrigin(ctx, client, claims.appId);
  if (claims.kind === "app") {
    throw new Refusal("UNAUTHORIZED", {
      message: "An app token opens REST alone. Get a room or a user token with it.",
    });
  }
  if (claims.kind === "user") {
    await spend(ctx, `online:${claims.appId}/${claims.userId}/${claims.ownerId}`, REENTRIES);
    await goOnline(ctx, client, claims, command.device);
    return { ok: true };
  }
  if (await ctx.revocations.isRevoked(claims.entryId)) throw new Refusal("REMOVED");
  await spend(ctx, `enter:${claims.entryId}`, REENTRIES);
  const room = await ctx.rooms.find(claims);
  if (!room) throw new Refusal("NOT_FOUND", { message: "This room no longer exists. Join it again to make it anew." });
  if (room.endedAt !== null) throw new Refusal("ROOM_ENDED");
  await takeSeat(ctx, client, { ...command, entry: { room, claims } });
  // It may have ended since it was read: whoever came too late to be ejected with the others is ejected now.
  if (room.appId !== PUBLIC_APP && (await ctx.rooms.find(room))?.endedAt) await emptyRoom(ctx, room);
  return { ok: true };
}
