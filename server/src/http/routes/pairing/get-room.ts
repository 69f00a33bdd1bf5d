import { answering } from "./answering.ts";
import type { PairingOptions } from "./pairing-options.ts";
import { Problem } from "./problem.ts";
import { readId } from "./read-id.ts";

/** Pairing's `GET /api/rooms?roomid=…`: the two devices of a room. */
export const getRoom = (options: PairingOptions) =>
  answering(options, async ({ query }) => {
    const pair = await options.core.pairings.find(readId(query, "roomid"));
    if (!pair) throw new Problem("not_found", "There is no such room. It may have been deleted: pair again.");
    return { roomid: pair.roomId, client1: pair.client1, client2: pair.client2 };
  });
