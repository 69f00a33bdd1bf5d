import type { Context } from "../context.ts";
import { type Acceptance, acceptPending } from "./accept-pending.ts";
import { createPending } from "./create-pending.ts";
import { forgetRoom } from "./forget-room.ts";
import { guessGate } from "./guess-gate.ts";
import type { Pair, Pending } from "./pairing.ts";

/** How two devices find each other by a join code: one creates it, the other accepts it, the first checks. */
export interface Pairings {
  /** `taken` while a live code of the same name is there. Throws RATE_LIMITED. */
  create(pending: Pending & { address: string }): Promise<"created" | "taken">;
  /** Accepted once; `taken` for everyone after, `absent` where no such code is live. Throws RATE_LIMITED to who guesses. */
  accept(code: { joinId: string; client2: string; address: string }): Promise<Acceptance>;
  /** The room, told once; `waiting` until someone accepts, `absent` where the device has no such live code. Throws RATE_LIMITED to who guesses. */
  check(code: {
    joinId: string;
    client1: string;
    address: string;
  }): Promise<{ outcome: "accepted"; roomId: string } | { outcome: "waiting" | "absent" }>;
  find(roomId: string): Promise<Pair | undefined>;
  /** Forgets the pair, and its room unless someone is in it. Nothing happens where there is none. */
  remove(roomId: string): Promise<void>;
  /** Forgets all there is of a device. Returns how many rooms and codes that were. */
  purge(device: string): Promise<{ rooms: number; pendings: number }>;
}

export function createPairings(ctx: Context): Pairings {
  return {
    create: (pending) => createPending(ctx, pending),
    accept: (code) => acceptPending(ctx, code),
    check: ({ address, ...code }) =>
      guessGate(ctx, { what: "check", address }, () => ctx.pairings.check(code, ctx.now())),
    find: (roomId) => ctx.pairings.find(roomId),
    async remove(roomId) {
      if (await ctx.pairings.remove(roomId)) await forgetRoom(ctx, roomId);
    },
    async purge(device) {
      const { roomIds, pendings } = await ctx.pairings.purge(device);
      for (const roomId of roomIds) await forgetRoom(ctx, roomId);
      return { rooms: roomIds.length, pendings };
    },
  };
}
