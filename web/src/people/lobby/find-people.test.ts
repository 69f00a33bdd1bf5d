import { expect, test } from "vitest";
import { findPeople } from "./find-people.ts";

const user = (userId: string, name = userId) => ({ userId, name, status: "available" }) as const;
const users = [user("zoe", "Zoë"), user("ben"), user("ada-2", "Ada Lovelace"), user("desk10"), user("desk9")];
const found = (text: string) => findPeople(users, text, "en").map(({ userId }) => userId);

test("everyone is in order, numbers as people count", () => {
  expect(found("")).toEqual(["ada-2", "ben", "desk9", "desk10", "zoe"]);
});

test.each([
  ["zoe", ["zoe"]],
  ["LOVE", ["ada-2"]],
  [" ada-2 ", ["ada-2"]],
  ["desk", ["desk9", "desk10"]],
  ["nobody", []],
])("%j finds %j", (text, ids) => {
  expect(found(text)).toEqual(ids);
});
