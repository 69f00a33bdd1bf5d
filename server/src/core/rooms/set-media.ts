import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Reply } from "../reply.ts";
import type { Seat } from "../seat.ts";
import { announce } from "./announce.ts";
import { mayShareScreen } from "./may-share-screen.ts";
import { othersOf } from "./others-of.ts";

/** Tells the others what a participant sends now. Throws FORBIDDEN for a screen where sharing is off. */
export async function setMedia(
  ctx: Context,
  seat: Seat,
  { media: changes }: Extract<Command, { type: "set-media" }>,
): Promise<Reply> {
  if (changes.screen) {
    const room = await ctx.rooms.find(seat.claims);
    if (room && !mayShareScreen(room, seat.claims.role)) {
      throw new Refusal("FORBIDDEN", { message: "The host has turned screen sharing off in this room." });
    }
  }
  const member = await ctx.rosters.update(seat.claims, seat.id, changes);
  if (member) {
    const { userId, audio, video, screen } = member;
    announce(ctx, othersOf(ctx, seat), { type: "media-changed", userId, changes, media: { audio, video, screen } });
  }
  return { ok: true };
}
