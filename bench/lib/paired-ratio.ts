import { median } from "./median.ts";

/**
 * Median over the rounds of `ours / theirs` within a round. What ran next to each other met the same machine,
 * so this holds while absolute numbers drift.
 */
export function pairedRatio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}
