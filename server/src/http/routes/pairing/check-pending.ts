import { answering } from "./answering.ts";
import { notFoundOrExpired } from "./not-found-or-expired.ts";
import type { PairingOptions } from "./pairing-options.ts";
import { readId } from "./read-id.ts";

/** `POST /api/rooms/check {joinid, client1}`: 204 until the code is accepted, then the room once. */
export const checkPending = (options: PairingOptions) =>
  answering(options, async ({ body, raw }, reply) => {
    const found = await options.core.pairings.check({
      joinId: readId(body, "joinid"),
      client1: readId(body, "client1"),
      address: options.clientAddress(raw),
    });
    switch (found.outcome) {
      case "accepted":
        return { roomid: found.roomId };
      case "waiting":
        return reply.code(204).send();
      case "absent":
        throw notFoundOrExpired();
    }
  });
