import { expect, it } from "vitest";
import { compareQuality } from "./compare-quality.ts";

it("orders from the worst to the best", () => {
  expect((["good", "lost", "fair", "poor"] as const).toSorted(compareQuality)).toEqual([
    "lost",
    "poor",
    "fair",
    "good",
  ]);
});
