import type { ChamCallError } from "../chamcall-error.ts";

/** What to do about a refused connection: `rejoin` asks for a new room token first. */
export type RefusalPolicy = "retry" | "rejoin" | "give-up";

/**
 * A client that had a seat waits out whatever passes by itself, our own old seat included (USER_ID_TAKEN);
 * a first join tells the person instead.
 */
export function refusalPolicy(error: ChamCallError, seatedBefore: boolean): RefusalPolicy {
  switch (error.code) {
    case "SERVER_UNREACHABLE":
      return "retry";
    // The token has expired, or the server has forgotten the room.
    case "UNAUTHORIZED":
    case "NOT_FOUND":
      return seatedBefore ? "rejoin" : "give-up";
    case "DRAINING":
    case "RATE_LIMITED":
    case "INTERNAL":
    case "USER_ID_TAKEN":
      return seatedBefore ? "retry" : "give-up";
    default:
      return "give-up";
  }
}
