const delays = [0, 300, 1200, 2700, 4800, 7000, 7000, 7000, 7000, 7000];
const jitterMs = 1000;

/** How often a lost connection is tried again before giving up. */
export const maxAttempts = delays.length;

/**
 * Milliseconds to wait before an attempt, counted from 1. The first two come at once and without
 * jitter, because most losses last a moment; later ones are spread so that clients don't come back in step.
 */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const delay = delays[Math.min(attempt, maxAttempts) - 1] ?? 0;
  return attempt <= 2 ? delay : delay + random() * jitterMs;
}
