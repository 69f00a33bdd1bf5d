import { expect, it } from "vitest";
import { yieldsTo } from "./yields-to.ts";

const early = { userId: "z", joinedAt: "2026-01-01T00:00:00.000Z" };
const late = { userId: "a", joinedAt: "2026-01-01T00:00:00.001Z" };

it("makes whoever came later give way, and never both or neither", () => {
  expect([yieldsTo(late, early), yieldsTo(early, late)]).toEqual([true, false]);
  const together = { ...late, joinedAt: early.joinedAt };
  expect([yieldsTo(together, early), yieldsTo(early, together)]).toEqual([false, true]);
});
