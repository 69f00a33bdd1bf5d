/**
 * The load of every run. Stretches are counted in messages, not in seconds: so every server has compiled
 * its hot path equally far when it is measured, whatever else the machine does.
 */
export const plan = {
  /** Rooms of two. */
  rooms: 100,
  /** Messages that each guest keeps under way. */
  window: 8,
  warmUpMessages: 40_000,
  measuredMessages: 100_000,
  /** A run that takes longer than this has failed. */
  limitMs: 120_000,
} as const;
