import type { Client } from "../client.ts";
import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { refuseWhileDraining } from "../refuse-while-draining.ts";
import type { Reply } from "../reply.ts";
import { spend } from "../spend.ts";
import { goOnline } from "../users/go-online.ts";
import { resumeSeat } from "./resume-seat.ts";
import { takeSeat } from "./take-seat.ts";

/** Every entry is announced to everyone in the room: a token may take a seat only so often. */
const REENTRIES = { points: 30, windowMs: 60_000 };

/**
 * Comes in with a token. A user token puts its user online. A room token takes a held seat back where a resume is asked for and possible,
 * otherwise a new seat. The resume key alone proves a held seat, so that it survives its token's expiry.
 * Throws DRAINING, UNAUTHORIZED, REMOVED, RATE_LIMITED, NOT_FOUND and what `takeSeat` and `goOnline` throw.
 */
export async function enter(
  ctx: Context,
  client: Client,
  command: Extract<Command, { type: "enter" }>,
): Promise<Reply> {
  refuseWhileDraining(ctx);
  if (command.resume && resumeSeat(ctx, client, command.resume)) return { ok: true };

  const claims = await ctx.tokens.verify(command.token);
  if (claims.kind === "user") {
    await spend(ctx, `online:${claims.appId}/${claims.userId}/${claims.ownerId}`, REENTRIES);
    await goOnline(ctx, client, claims, command.device);
    return { ok: true };
  }
  if (await ctx.revocations.isRevoked(claims.entryId)) throw new Refusal("REMOVED");
  await spend(ctx, `enter:${claims.entryId}`, REENTRIES);
  const room = await ctx.rooms.find(claims);
  if (!room) throw new Refusal("NOT_FOUND", { message: "This room no longer exists. Join it again to make it anew." });
  await takeSeat(ctx, client, { ...command, entry: { room, claims } });
  return { ok: true };
}
