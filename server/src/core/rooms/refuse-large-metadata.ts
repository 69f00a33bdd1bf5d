import { limits } from "@chamcall/protocol";
import { Refusal } from "../errors.ts";
import type { Room } from "../room.ts";

/** Throws BAD_REQUEST for more than an app can keep with its room. */
export function refuseLargeMetadata(metadata: Room["metadata"] | undefined): void {
  if (metadata === undefined || metadata === null) return;
  if (sizeOf(metadata) <= limits.metadata) return;
  throw new Refusal("BAD_REQUEST", { message: `The metadata must not have more than ${limits.metadata} bytes.` });
}

/** Bytes of JSON; infinite where it is nested too deep to be written at all. */
function sizeOf(value: object): number {
  try {
    return Buffer.byteLength(JSON.stringify(value));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
