import { answering } from "./answering.ts";
import { notFoundOrExpired } from "./not-found-or-expired.ts";
import type { PairingOptions } from "./pairing-options.ts";
import { Problem } from "./problem.ts";
import { readId } from "./read-id.ts";

/** `POST /api/rooms/accept {joinid, client2}`: 200 with the pair's room, once. */
export const acceptPending = (options: PairingOptions) =>
  answering(options, async ({ body, raw }) => {
    const acceptance = await options.core.pairings.accept({
      joinId: readId(body, "joinid"),
      client2: readId(body, "client2"),
      address: options.clientAddress(raw),
    });
    switch (acceptance.outcome) {
      case "accepted":
        return { roomid: acceptance.roomId };
      case "taken":
        throw new Problem("conflict", "This join code was accepted already. Ask for a new one.");
      case "absent":
        throw notFoundOrExpired();
    }
  });
