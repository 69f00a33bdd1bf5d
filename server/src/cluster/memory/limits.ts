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

  return {
    async take(key, { points, windowMs }) {
      try {
        await limiterFor(points, windowMs).consume(key);
        return 0;
      } catch (cause) {
        if (cause instanceof RateLimiterRes) return Math.max(1, cause.msBeforeNext);
        throw cause;
      }
    },
  };
}
