import type { ConnectionQuality } from "./connection-quality.ts";
import type { LinkSample } from "./link-sample.ts";

/** Bounds of loss (0..1), round trip and jitter (seconds), and share of time frozen (0..1) for each step. */
const bounds = {
  good: { loss: 0.02, roundTripTime: 0.25, jitter: 0.03, frozen: 0.05 },
  fair: { loss: 0.08, roundTripTime: 0.5, jitter: 0.08, frozen: 0.25 },
} as const;

/** Rates what arrived between two samples; `lost` when that was nothing although something should have. */
export function rateQuality(before: LinkSample, after: LinkSample, expectsMedia: boolean): ConnectionQuality {
  const packets = after.packetsReceived - before.packetsReceived;
  if (packets <= 0 && expectsMedia) return "lost";
  const seconds = Math.max((after.at - before.at) / 1000, 0.001);
  const lost = Math.max(after.packetsLost - before.packetsLost, 0);
  return step({
    loss: lost / Math.max(packets + lost, 1),
    roundTripTime: after.roundTripTime ?? 0,
    jitter: after.jitter,
    frozen: Math.max(after.freezes - before.freezes, 0) / seconds,
  });
}

/** Rates the way out, from what the other side reports about it. */
export function rateSending(sample: LinkSample): ConnectionQuality {
  return step({ loss: sample.sentLoss, roundTripTime: sample.roundTripTime ?? 0, jitter: 0, frozen: 0 });
}

function step(measured: Record<keyof (typeof bounds)["good"], number>): ConnectionQuality {
  const within = (limit: Record<keyof typeof measured, number>) =>
    measured.loss <= limit.loss &&
    measured.roundTripTime <= limit.roundTripTime &&
    measured.jitter <= limit.jitter &&
    measured.frozen <= limit.frozen;
  if (within(bounds.good)) return "good";
  return within(bounds.fair) ? "fair" : "poor";
}
