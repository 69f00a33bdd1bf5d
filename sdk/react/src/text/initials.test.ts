import { expect, test } from "vitest";
import { initials } from "./initials.ts";

test.each([
  ["Ana", "A"],
  ["ana maria lopez", "AL"],
  ["  Bo   Diddley ", "BD"],
  ["(Guest) Kim", "GK"],
  ["élodie", "É"],
  ["👩‍🚀 Sally Ride", "👩‍🚀R"],
  ["李 小龙", "李小"],
  ["...", "."],
  ["   ", "?"],
])("%j → %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
