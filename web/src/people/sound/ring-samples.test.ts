import { expect, test } from "vitest";
import { ringSamples } from "./ring-samples.ts";

test.each([
  ["incoming", 3.2],
  ["outgoing", 4],
] as const)("the %s ring is a loop of %d s that is heard, doesn't clip and doesn't click", (ring, seconds) => {
  const samples = ringSamples(ring, 8000);
  expect(samples).toHaveLength(seconds * 8000);
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(loudest).toBeGreaterThan(0.05);
  expect(loudest).toBeLessThan(0.9);
  expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
});
