import type { Attention } from "./attention.ts";

/** Ms. A browser that believes itself offline may be wrong: it is only asked less. */
const base = { watching: 1500, hidden: 6000, offline: 10_000 };
const longest = 12_000;

/** How long to wait before asking again, in ms; twice as long after every failure in a row. */
export function pollDelay(attention: ReturnType<Attention["get"]>, failures: number): number {
  return Math.min(base[attention] * 2 ** failures, longest);
}
