import { expect, test } from "vitest";
import { timeAgo } from "./time-ago.ts";

const now = 10 * 86_400_000;

test.each([
  [now - 5_000, "now"],
  [now - 60_000, "1 minute ago"],
  [now - 7_300_000, "2 hours ago"],
  [now - 86_400_000, "yesterday"],
  [now - 3 * 86_400_000, "3 days ago"],
  [now + 5_000, "now"],
])("%i → %s", (at, text) => {
  expect(timeAgo(at, now, "en")).toBe(text);
});
