import type { EndedCall } from "@chamcall/client";
import type { RecentCall } from "./recent-calls.ts";

/** What a call that is over is called in the list of recent ones. */
export function recentOutcome({ reason, missed, direction, durationMs }: EndedCall): RecentCall["outcome"] {
  if (durationMs !== undefined) return "answered";
  if (missed || (direction === "incoming" && (reason === "timeout" || reason === "cancelled"))) return "missed";
  switch (reason) {
    case "declined":
    case "busy":
    case "offline":
    case "cancelled":
      return reason;
    case "timeout":
      return "unanswered";
    case "answered-elsewhere":
      return "elsewhere";
    // Given up between the answer and the first word.
    case "ended":
      return "cancelled";
    case "failed":
    case "disconnected":
    case "refused":
      return "failed";
  }
}
