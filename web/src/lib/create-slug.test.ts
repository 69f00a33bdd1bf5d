import { expect, test } from "vitest";
import { createSlug } from "./create-slug.ts";
import { isRoomId } from "./is-room-id.ts";
import { adjectives, nouns } from "./words.ts";

test("reads like sunny-mountain-42 and is a valid room name", () => {
  for (let i = 0; i < 500; i++) {
    const slug = createSlug();
    expect(slug).toMatch(/^[a-z]+-[a-z]+-[1-9][0-9]$/);
    expect(isRoomId(slug)).toBe(true);
  }
});

test("offers over a million names and no word twice", () => {
  expect(adjectives.length * nouns.length * 90).toBeGreaterThan(1_000_000);
  expect(new Set(adjectives).size).toBe(adjectives.length);
  expect(new Set(nouns).size).toBe(nouns.length);
});

test("throws numbers away that would bias the choice", () => {
  const numbers = [2 ** 32 - 1, 0, 1, 32];
  const slug = createSlug((array) => array.fill(numbers.shift() ?? 0));
  expect(slug).toBe(`${adjectives[0]}-${nouns[1]}-42`);
});
