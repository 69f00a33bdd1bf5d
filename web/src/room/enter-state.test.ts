import { expect, test } from "vitest";
import { enterIn } from "./enter-state.ts";

test("reads what it was handed", () => {
  expect(enterIn({ enter: { displayName: "Phone" } })).toEqual({ displayName: "Phone" });
});

test.each([null, undefined, "enter", {}, { enter: null }, { enter: {} }, { enter: { displayName: 1 } }])(
  "%j opens a room the usual way",
  (state) => expect(enterIn(state)).toBeUndefined(),
);
