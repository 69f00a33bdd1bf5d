import { expect, test } from "vitest";
import { isCode } from "./is-code.ts";
import { readCode } from "./read-code.ts";

test.each([
  ["K7QM3XWP", "K7QM3XWP"],
  ["k7qm-3xwp", "K7QM3XWP"],
  ["  K7QM – 3XWP\u00a0\n", "K7QM3XWP"],
  ["K 7 Q M 3 X W P", "K7QM3XWP"],
  ["K7QM\u200b3XWP", "K7QM3XWP"],
  ["oOiI-lL00", "00111100"],
  ["https://calls.example.com/pair#K7QM3XWP", "K7QM3XWP"],
  ["calls.example.com/pair/#k7qm-3xwp ", "K7QM3XWP"],
])("%j is read as %s", (typed, code) => {
  expect(readCode(typed)).toBe(code);
  expect(isCode(readCode(typed))).toBe(true);
});

test.each(["", "K7QM", "K7QM-3XWP-2", "K7QM3XWU", "K7QM_3XW", "https://calls.example.com/room/sunny"])(
  "%j isn't a code",
  (typed) => expect(isCode(readCode(typed))).toBe(false),
);
