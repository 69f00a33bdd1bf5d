import { expect, test } from "vitest";
import { frameAncestors } from "./frame-ancestors.ts";

test("our own pages and the listed origins", () => {
  expect(frameAncestors([])).toEqual(["'self'"]);
  expect(frameAncestors(["https://a.example", "capacitor://localhost"])).toEqual([
    "'self'",
    "https://a.example",
    "capacitor://localhost",
  ]);
});

test("everyone, where everyone is listed", () => {
  expect(frameAncestors(["https://a.example", "*"])).toEqual(["*"]);
});
