import { expect, test } from "vitest";
import { formatClock } from "./format-clock.ts";

test.each([
  [0, "0:00"],
  [7_900, "0:07"],
  [723_000, "12:03"],
  [3_725_000, "1:02:05"],
  [-5, "0:00"],
])("%i ms → %s", (ms, text) => {
  expect(formatClock(ms)).toBe(text);
});
