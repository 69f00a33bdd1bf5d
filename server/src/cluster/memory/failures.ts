import type { Failures, Now } from "../../core/ports.ts";

/** A key that hasn't failed for this long starts afresh. */
const FORGET_MS = 15 * 60_000;

/** Failures counted in this process. */
export function createMemoryFailures(now: Now): Failures {
  const failures = new Map<string, { count: number; at: number; until: number }>();

  /** Insertion order is order of last failure: the stale ones are in front. */
  function forgetStale(): void {
    for (const [key, { at }] of failures) {
      if (now() - at < FORGET_MS) return;
      failures.delete(key);
    }
  }

  return {
    async look(key) {
      forgetStale();
      const known = failures.get(key);
      return known ? { count: known.count, waitMs: Math.max(0, known.until - now()) } : { count: 0, waitMs: 0 };
    },
    async record(key, delayOf) {
      const count = (failures.get(key)?.count ?? 0) + 1;
      failures.delete(key);
      failures.set(key, { count, at: now(), until: now() + delayOf(count) });
    },
    async forgive(key) {
      failures.delete(key);
    },
  };
}
