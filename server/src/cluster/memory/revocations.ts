import type { Now, Revocations } from "../../core/ports.ts";

/** Revocations known to this process. */
export function createMemoryRevocations(now: Now): Revocations {
  const until = new Map<string, number>();

  function forgetExpired(): void {
    for (const [entryId, expiry] of until) if (expiry <= now()) until.delete(entryId);
  }

  return {
    async revoke(entryId, ttlMs) {
      forgetExpired();
      until.set(entryId, now() + ttlMs);
    },
    async isRevoked(entryId) {
      return (until.get(entryId) ?? 0) > now();
    },
  };
}
