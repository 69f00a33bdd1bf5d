import type { EndedCall } from "@chamcall/client";
import { expect, test } from "vitest";
import { outcomeKey } from "./outcome-key.ts";
import { recentOutcome } from "./recent-outcome.ts";

const peer = { userId: "ben", name: "Ben" };
const call = (facts: Partial<EndedCall>): EndedCall => ({
  state: "ended",
  peer,
  video: true,
  missed: false,
  reason: "ended",
  ...facts,
});
const out = { direction: "outgoing" } as const;
const into = { direction: "incoming" } as const;

test.each<[Partial<EndedCall>, string | undefined, string]>([
  [{ ...out, reason: "declined" }, "declined", "declined"],
  [{ ...out, reason: "busy" }, "busy", "busy"],
  [{ ...out, reason: "timeout" }, "unanswered", "unanswered"],
  [{ ...out, reason: "offline" }, "offline", "offline"],
  [{ ...out, reason: "cancelled" }, undefined, "cancelled"],
  [{ ...out, reason: "disconnected" }, "failed", "failed"],
  [{ ...out, reason: "refused" }, "failed", "failed"],
  [{ ...out, reason: "ended", durationMs: 5 }, "endedAfter", "answered"],
  [{ ...out, reason: "disconnected", durationMs: 5 }, "lost", "answered"],
  [{ ...into, reason: "timeout", missed: true }, "missed", "missed"],
  [{ ...into, reason: "cancelled", missed: true }, "missed", "missed"],
  [{ ...into, reason: "cancelled" }, "gaveUp", "missed"],
  [{ ...into, reason: "declined" }, undefined, "declined"],
  [{ ...into, reason: "answered-elsewhere" }, "elsewhere", "elsewhere"],
  [{ ...into, reason: "failed" }, "failed", "failed"],
  [{ ...into, reason: "ended" }, undefined, "cancelled"],
  [{ reason: "ended", durationMs: 5 }, "endedAfter", "answered"],
])("%j is told as %s and kept as %s", (facts, key, outcome) => {
  expect(outcomeKey(call(facts))).toBe(key);
  expect(recentOutcome(call(facts))).toBe(outcome);
});
