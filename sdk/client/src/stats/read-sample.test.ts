import { expect, it } from "vitest";
import { readSample } from "./read-sample.ts";

it("sums what arrives and takes the worst of what differs", () => {
  const report = new Map<string, Record<string, unknown>>([
    ["a", { type: "inbound-rtp", timestamp: 5, packetsReceived: 10, packetsLost: 1, jitter: 0.01, audioLevel: 0.5 }],
    [
      "v",
      { type: "inbound-rtp", timestamp: 6, packetsReceived: 20, packetsLost: 2, jitter: 0.03, totalFreezesDuration: 1 },
    ],
    ["t", { type: "transport", timestamp: 6, bytesReceived: 1234 }],
    ["r", { type: "remote-inbound-rtp", timestamp: 6, fractionLost: 0.1 }],
    ["p", { type: "candidate-pair", timestamp: 6, nominated: true, state: "succeeded", currentRoundTripTime: 0.05 }],
    ["q", { type: "candidate-pair", timestamp: 6, nominated: false, state: "succeeded", currentRoundTripTime: 9 }],
  ]);
  expect(readSample(report)).toEqual({
    at: 6,
    bytesReceived: 1234,
    packetsReceived: 30,
    packetsLost: 3,
    jitter: 0.03,
    roundTripTime: 0.05,
    freezes: 1,
    sentLoss: 0.1,
    audioLevel: 0.5,
  });
});
