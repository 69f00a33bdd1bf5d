import { compareQuality } from "./compare-quality.ts";
import type { ConnectionQuality } from "./connection-quality.ts";

/** What has been shown and what the latest measurement said. */
export interface SteadyQuality {
  readonly shown: ConnectionQuality;
  readonly measured: ConnectionQuality;
}

/** Keeps the display calm: any change must be measured twice in a row; a loss shows at once. */
export function steadyQuality(before: SteadyQuality, measured: ConnectionQuality): SteadyQuality {
  if (measured === "lost") return { shown: "lost", measured };
  const direction = Math.sign(compareQuality(measured, before.shown));
  const directionBefore = Math.sign(compareQuality(before.measured, before.shown));
  return { shown: direction === directionBefore ? measured : before.shown, measured };
}
