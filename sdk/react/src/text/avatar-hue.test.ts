import { expect, test } from "vitest";
import { avatarHue } from "./avatar-hue.ts";

test("is stable for an id", () => {
  expect(avatarHue("guest-1")).toBe(avatarHue("guest-1"));
});

test("spreads neighbouring ids over many colors", () => {
  const seen = new Set(Array.from({ length: 100 }, (_, i) => avatarHue(`guest-${i}`)));
  expect(seen.size).toBe(8);
});
