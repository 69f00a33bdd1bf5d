import { ChamCallError } from "../chamcall-error.ts";
import type { UnavailableReason } from "./media-snapshot.ts";

const whys: Record<UnavailableReason, string> = {
  "permission-denied": "The browser doesn't allow it. Check the permissions of this site.",
  "not-found": "It isn't connected.",
  "in-use": "Another application uses it.",
  unsupported: "This browser can't open it.",
};

/** The refusal of a device that was asked for by name. */
export function deviceUnavailable(kind: "camera" | "microphone", reason: UnavailableReason): ChamCallError {
  return new ChamCallError("DEVICE_UNAVAILABLE", `That ${kind} can't be used. ${whys[reason]}`, { reason });
}
