import type { LinkSample } from "./link-sample.ts";

/** Sums up a peer connection's statistics (W3C webrtc-stats). */
export function readSample(report: Iterable<readonly [string, Record<string, unknown>]>): LinkSample {
  const sample = {
    at: 0,
    bytesReceived: 0,
    packetsReceived: 0,
    packetsLost: 0,
    jitter: 0,
    roundTripTime: undefined as number | undefined,
    freezes: 0,
    sentLoss: 0,
    audioLevel: 0,
  };
  for (const [, stat] of report) {
    sample.at = Math.max(sample.at, number(stat.timestamp));
    if (stat.type === "inbound-rtp") {
      sample.packetsReceived += number(stat.packetsReceived);
      sample.packetsLost += number(stat.packetsLost);
      sample.jitter = Math.max(sample.jitter, number(stat.jitter));
      sample.freezes += number(stat.totalFreezesDuration);
      sample.audioLevel = Math.max(sample.audioLevel, number(stat.audioLevel));
    } else if (stat.type === "transport") {
      sample.bytesReceived += number(stat.bytesReceived);
    } else if (stat.type === "remote-inbound-rtp") {
      sample.sentLoss = Math.max(sample.sentLoss, number(stat.fractionLost));
    } else if (stat.type === "candidate-pair" && stat.nominated === true && stat.state === "succeeded") {
      if (typeof stat.currentRoundTripTime === "number") sample.roundTripTime = stat.currentRoundTripTime;
    }
  }
  return sample;
}

function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
