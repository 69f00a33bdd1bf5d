import { answering } from "./answering.ts";
import type { PairingOptions } from "./pairing-options.ts";
import { Problem } from "./problem.ts";
import { readExpiry } from "./read-expiry.ts";
import { readId } from "./read-id.ts";

/** Pairing's `POST /api/rooms {joinid, exp, client1}`: puts a join code on offer, 201. */
export const createPending = (options: PairingOptions) =>
  answering(options, async ({ body, raw }, reply) => {
    const outcome = await options.core.pairings.create({
      joinId: readId(body, "joinid"),
      expiresAt: readExpiry(body),
      client1: readId(body, "client1"),
      address: options.clientAddress(raw),
    });
    if (outcome === "taken") throw new Problem("conflict", "This join code is in use. Make another one.");
    reply.code(201);
    return { ok: true };
  });
