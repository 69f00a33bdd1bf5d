import { expect, test } from "vitest";
import { isUserId } from "../lib/is-user-id.ts";
import { nameProblem } from "./name-problem.ts";

test.each([
  ["ada", undefined],
  ["ada@example.com:8+a_b-c", undefined],
  ["a".repeat(128), undefined],
  ["", { problem: "missing" }],
  ["   ", { problem: "missing" }],
  ["Ada Lovelace", { problem: "spaces" }],
  ["ada ", { problem: "spaces" }],
  ["Zoë", { problem: "characters", character: "ë" }],
  ["ada👩", { problem: "characters", character: "👩" }],
  ["a/b", { problem: "characters", character: "/" }],
  ["a".repeat(129), { problem: "long", count: 129 }],
])("%j → %j", (name, problem) => {
  expect(nameProblem(name)).toEqual(problem);
  expect(isUserId(name)).toBe(problem === undefined);
});
