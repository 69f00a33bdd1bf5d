/** Milliseconds since the epoch, with fractions; comparable between pages of one machine. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
