import { expect, it } from "vitest";
import { withPresence } from "./presence-list.ts";

const ana = { userId: "ana", name: "Ana", status: "available" } as const;
const ben = { userId: "ben", name: "Ben", status: "available" } as const;

it("adds who comes, changes who is there in place, and takes out who goes", () => {
  expect(withPresence([ana], ben)).toEqual([ana, ben]);
  const busy = { ...ana, status: "busy" } as const;
  expect(withPresence([ana, ben], busy)).toEqual([busy, ben]);
  expect(withPresence([ana, ben], { ...ana, status: "offline" })).toEqual([ben]);
});

it("stays the same list when a stranger goes", () => {
  const users = [ana];
  expect(withPresence(users, { ...ben, status: "offline" })).toBe(users);
});
