import type { UnavailableReason } from "./media-snapshot.ts";

/** Why capturing failed (W3C mediacapture-streams, getUserMedia). */
export function unavailableReason(error: unknown): UnavailableReason {
  switch (error instanceof Error ? error.name : undefined) {
    case "NotAllowedError":
    case "SecurityError":
      return "permission-denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "not-found";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    default:
      return "unsupported";
  }
}
