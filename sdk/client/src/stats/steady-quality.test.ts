import { expect, it } from "vitest";
import type { ConnectionQuality } from "./connection-quality.ts";
import { type SteadyQuality, steadyQuality } from "./steady-quality.ts";

function shown(...measured: ConnectionQuality[]): ConnectionQuality[] {
  let steady: SteadyQuality = { shown: "good", measured: "good" };
  return measured.map((quality) => {
    steady = steadyQuality(steady, quality);
    return steady.shown;
  });
}

it("ignores a single bad measurement and follows the second", () => {
  expect(shown("poor", "good", "poor", "fair")).toEqual(["good", "good", "good", "fair"]);
});

it("shows a loss at once and believes in recovery at the second look", () => {
  expect(shown("lost", "good", "good")).toEqual(["lost", "lost", "good"]);
});
