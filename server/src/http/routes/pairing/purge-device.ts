import { answering } from "./answering.ts";
import type { PairingOptions } from "./pairing-options.ts";
import { readId } from "./read-id.ts";

/** `POST /api/user/purge {deviceId}`: forgets all there is of a device, and says how much that was. */
export const purgeDevice = (options: PairingOptions) =>
  answering(options, async ({ body }) => {
    const { rooms, pendings } = await options.core.pairings.purge(readId(body, "deviceId"));
    return { ok: true, roomsDeleted: rooms, pendingsDeleted: pendings };
  });
