import type { ChamCallError } from "../chamcall-error.ts";
import type { CallOutcome, EndedCall, UserCall } from "./user-call.ts";

/** A call as it looks when it is over. */
export function endedCall(
  call: Exclude<UserCall, { state: "none" | "ended" }>,
  how: { reason: CallOutcome; error?: ChamCallError },
): EndedCall {
  const { peer, video, callId } = call;
  const direction = directionOf(call);
  return {
    state: "ended",
    peer,
    video,
    ...how,
    ...(callId !== undefined && { callId }),
    ...(direction && { direction }),
    missed: call.state === "incoming" && how.reason !== "declined" && how.reason !== "answered-elsewhere",
    ...(call.state === "active" && { durationMs: Date.now() - call.since }),
  };
}

function directionOf(call: Exclude<UserCall, { state: "none" | "ended" }>): EndedCall["direction"] {
  switch (call.state) {
    case "outgoing":
      return "outgoing";
    case "incoming":
    case "answering":
      return "incoming";
    case "active":
      return call.direction;
  }
}
