import { expect, test } from "vitest";
import { secondsLeft } from "./seconds-left.ts";

test.each([
  [undefined, 1000, 0],
  [5000, 1000, 4],
  [5000, 1001, 4],
  [5000, 4999, 1],
  [5000, 5000, 0],
  [5000, 9000, 0],
])("until %j at %i → %i", (until, now, seconds) => {
  expect(secondsLeft(until, now)).toBe(seconds);
});
