import { expect, test } from "vitest";
import { parseIdentity } from "./identity-store.ts";

test.each([null, "", "{", "[]", '{"userId":3}', '{"userId":"no spaces"}'])("%j is nobody", (json) => {
  expect(parseIdentity(json)).toBeUndefined();
});

test("reads back what was written, without what it doesn't know", () => {
  const ada = { userId: "ada", displayName: "Ada", userKey: "k", signedOut: true } as const;
  expect(parseIdentity(JSON.stringify({ ...ada, more: 1 }))).toEqual(ada);
  expect(parseIdentity('{"userId":"ada","displayName":3}')).toEqual({ userId: "ada" });
});
