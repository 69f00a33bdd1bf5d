import { expect, it } from "vitest";
import { hashOwnerKey, isOwnerKey, newOwnerKey } from "./owner-key.ts";

it("recognises the key by its hash, and nothing else", () => {
  const key = newOwnerKey();
  const hash = hashOwnerKey(key);
  expect(isOwnerKey(key, hash)).toBe(true);
  expect(isOwnerKey(`${key} `, hash)).toBe(false);
  expect(isOwnerKey(hash, hash)).toBe(false);
  expect(isOwnerKey("", hash)).toBe(false);
  expect(isOwnerKey(undefined, hash)).toBe(false);
  expect(isOwnerKey(key, null)).toBe(false);
  expect(newOwnerKey()).not.toBe(key);
});
