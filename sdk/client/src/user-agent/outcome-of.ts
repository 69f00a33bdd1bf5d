import type { ChamCallError } from "../chamcall-error.ts";
import type { CallOutcome } from "./user-call.ts";

/** What a refused invitation or answer means for the call. */
export function outcomeOf({ code }: ChamCallError): CallOutcome {
  switch (code) {
    case "USER_OFFLINE":
      return "offline";
    case "USER_BUSY":
      return "busy";
    case "CALL_TAKEN":
      return "answered-elsewhere";
    // The caller has just given up.
    case "CALL_OVER":
    case "NOT_IN_CALL":
      return "cancelled";
    case "SERVER_UNREACHABLE":
    case "INTERNAL":
      return "failed";
    default:
      return "refused";
  }
}
