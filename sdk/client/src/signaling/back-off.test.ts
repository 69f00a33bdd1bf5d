import { expect, it } from "vitest";
import { backOff, maxAttempts } from "./back-off.ts";

it("follows the field's delays and gives up after ten attempts", () => {
  const delays = Array.from({ length: maxAttempts }, (_, index) => backOff(index + 1, () => 0));
  expect(delays).toEqual([0, 300, 1200, 2700, 4800, 7000, 7000, 7000, 7000, 7000]);
});

it("spreads all but the first two by up to a second", () => {
  expect([1, 2, 3, 10].map((attempt) => backOff(attempt, () => 0.5))).toEqual([0, 300, 1700, 7500]);
});

it("stays at the longest delay beyond the last attempt", () => {
  expect(backOff(99, () => 0)).toBe(7000);
});
