import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { PUBLIC_APP } from "../room.ts";
import { newRoom } from "../rooms/new-room.ts";
import { guessGate } from "./guess-gate.ts";

export type Acceptance = { outcome: "accepted"; roomId: string } | { outcome: "taken" | "absent" };

/**
 * Makes a pair of the code's device and this one, and a room of the public app for the two, so that they can meet
 * through any door. Throws RATE_LIMITED to an address that guesses.
 */
export async function acceptPending(
  ctx: Context,
  { address, ...code }: { joinId: string; client2: string; address: string },
): Promise<Acceptance> {
  const roomId = randomUUID();
  const { outcome } = await guessGate(ctx, { what: "accept", address }, async () => ({
    outcome: await ctx.pairings.accept({ ...code, roomId }, ctx.now()),
  }));
  if (outcome !== "accepted") return { outcome };
  const key = { appId: PUBLIC_APP, roomId };
  await ctx.rooms.create(newRoom(ctx, key, { maxParticipants: 2, visibility: "unlisted" }));
  ctx.publish({ type: "room.created", ...key });
  return { outcome, roomId };
}
