/** Whole seconds from `now` to `until` (both ms epoch), rounded up so that 0 means "now you can"; never negative. */
export function secondsLeft(until: number | undefined, now: number): number {
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
