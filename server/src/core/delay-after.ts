const SECOND = 1000;

/** For `Failures.record`: after `free` failures every further one doubles the wait from a second on, up to `maxMs`. */
export const delayAfter = (free: number, maxMs: number) => (count: number) =>
  count < free ? 0 : Math.min(SECOND * 2 ** (count - free), maxMs);
