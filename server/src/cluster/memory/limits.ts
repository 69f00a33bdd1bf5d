import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Limits } from "../../core/ports.ts";

/** Allowances counted in this process. */
export function createMemoryLimits(): Limits {
  const limiters = new Map<string, RateLimiterMemory>();

  function limiterFor(points: number, windowMs: number): RateLimiterMemory {
    const name = `${points}/${windowMs}`;
    const limiter = limiters.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points, duration: windowMs / 1000 });
    limiters.set(name, limiter);
    return limiter;
  }

  const count: Limits["count"] = async (key, { points, windowMs }) => {
    try {
      const { remainingPoints, msBeforeNext } = await limiterFor(points, windowMs).consume(key);
      return { waitMs: 0, remaining: remainingPoints, resetMs: msBeforeNext };
    } catch (cause) {
      if (!(cause instanceof RateLimiterRes)) throw cause;
      const waitMs = Math.max(1, cause.msBeforeNext);
      return { waitMs, remaining: 0, resetMs: waitMs };
    }
  };

  return { count, take: async (key, allowance) => (await count(key, allowance)).waitMs };
}
