import type { ChamCallError } from "../chamcall-error.ts";

/** What to do about a refused connection: `rejoin` asks for a new token first, `at-once` tries without waiting. */
export type RefusalPolicy = "at-once" | "retry" | "rejoin" | "give-up";

/** Who was refused: a first join, one with a token kept from an earlier page, or a client that had a seat. */
export type Standing = "new" | "returning" | "seated";

/**
 * A client that had a seat waits out whatever passes by itself, our own old seat included (USER_ID_TAKEN);
 * a first join tells the person instead. Whoever was removed (REMOVED) stays out.
 */
export function refusalPolicy(error: ChamCallError, standing: Standing): RefusalPolicy {
  switch (error.code) {
    case "SERVER_UNREACHABLE":
      return "retry";
    // The token has expired, or the server has forgotten the room.
    case "UNAUTHORIZED":
    case "NOT_FOUND":
      return standing === "new" ? "give-up" : "rejoin";
    case "DRAINING":
    case "RATE_LIMITED":
    case "INTERNAL":
    case "USER_ID_TAKEN":
      return standing === "seated" ? "retry" : "give-up";
    default:
      return "give-up";
  }
}
