import { createStored } from "../lib/stored.ts";
import { parseRecentCalls } from "./recent-calls.ts";

/** The calls of before, on this device only. */
export const recentCalls = createStored("chamcall.calls", parseRecentCalls);
