import type { ConnectionQuality } from "./connection-quality.ts";

const worstFirst: readonly ConnectionQuality[] = ["lost", "poor", "fair", "good"];

/** Orders qualities from the worst to the best: negative when `a` is the worse one. */
export function compareQuality(a: ConnectionQuality, b: ConnectionQuality): number {
  return worstFirst.indexOf(a) - worstFirst.indexOf(b);
}
