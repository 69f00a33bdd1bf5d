import { expect, test } from "vitest";
import { codeAlphabet } from "./code-alphabet.ts";
import { isCode } from "./is-code.ts";
import { makeCode } from "./make-code.ts";

test("has eight characters of Crockford's alphabet and differs every time", () => {
  const codes = Array.from({ length: 500 }, () => makeCode());
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(isCode(code)).toBe(true);
  }
  expect(new Set(codes).size).toBe(500);
});

test("every character comes from as many bytes as any other", () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const character = makeCode((array) => array.fill(byte)).charAt(0);
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  expect([...counts.keys()].sort().join("")).toBe(codeAlphabet);
  expect(new Set(counts.values())).toEqual(new Set([8]));
});
