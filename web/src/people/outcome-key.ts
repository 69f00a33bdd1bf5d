import type { EndedCall } from "@chamcall/client";

/** Which sentence tells how a call has ended; none where the person ended it and knows. */
export function outcomeKey({ reason, missed, direction, durationMs }: EndedCall) {
  if (missed) return "missed";
  const talked = durationMs !== undefined;
  switch (reason) {
    case "busy":
    case "offline":
      return reason;
    case "declined":
      return direction === "incoming" ? undefined : reason;
    case "timeout":
      return direction === "incoming" ? "gaveUp" : "unanswered";
    case "cancelled":
      return direction === "incoming" ? "gaveUp" : undefined;
    case "answered-elsewhere":
      return "elsewhere";
    case "ended":
      return talked ? "endedAfter" : undefined;
    case "disconnected":
      return talked ? "lost" : "failed";
    case "failed":
    case "refused":
      return "failed";
  }
}
