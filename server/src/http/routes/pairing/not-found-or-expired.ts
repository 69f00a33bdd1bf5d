import { Problem } from "./problem.ts";

/** The answer to a join code that nobody made, that is over, or that is another device's to check. */
export const notFoundOrExpired = () =>
  new Problem("not_found_or_expired", "There is no such join code, or it has expired. Make a new one.");
