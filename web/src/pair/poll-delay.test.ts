import { expect, test } from "vitest";
import { pollDelay } from "./poll-delay.ts";

test.each([
  ["watching", 0, 1500],
  ["watching", 1, 3000],
  ["watching", 3, 12_000],
  ["watching", 2000, 12_000],
  ["hidden", 0, 6000],
  ["hidden", 1, 12_000],
  ["offline", 0, 10_000],
] as const)("%s after %i failures: %i ms", (attention, failures, ms) => {
  expect(pollDelay(attention, failures)).toBe(ms);
});
