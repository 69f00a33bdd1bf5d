import { expect, it } from "vitest";
import type { LinkSample } from "./link-sample.ts";
import { rateQuality, rateSending } from "./rate-quality.ts";

const before: LinkSample = {
  at: 0,
  bytesReceived: 0,
  packetsReceived: 0,
  packetsLost: 0,
  jitter: 0,
  roundTripTime: 0.02,
  freezes: 0,
  sentLoss: 0,
  audioLevel: 0,
};
const rate = (after: Partial<LinkSample>, expectsMedia = true) =>
  rateQuality(before, { ...before, at: 2000, packetsReceived: 200, ...after }, expectsMedia);

it("rates loss, round trip, jitter and freezes by the worst of them", () => {
  expect(rate({})).toBe("good");
  expect(rate({ packetsLost: 10 })).toBe("fair");
  expect(rate({ packetsLost: 40 })).toBe("poor");
  expect(rate({ roundTripTime: 0.4 })).toBe("fair");
  expect(rate({ roundTripTime: 0.8 })).toBe("poor");
  expect(rate({ jitter: 0.05 })).toBe("fair");
  expect(rate({ freezes: 1 })).toBe("poor");
});

it("calls it lost when nothing arrives, unless nothing should", () => {
  expect(rate({ packetsReceived: 0 })).toBe("lost");
  expect(rate({ packetsReceived: 0 }, false)).toBe("good");
});

it("rates the way out by what the other side reports", () => {
  expect(rateSending({ ...before, sentLoss: 0.05 })).toBe("fair");
});
