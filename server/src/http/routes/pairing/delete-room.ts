import { answering } from "./answering.ts";
import type { PairingOptions } from "./pairing-options.ts";
import { readId } from "./read-id.ts";

/** `DELETE /api/rooms {roomid}`: 200, whether it was there or not. */
export const deleteRoom = (options: PairingOptions) =>
  answering(options, async ({ body }) => {
    await options.core.pairings.remove(readId(body, "roomid"));
    return { ok: true };
  });
