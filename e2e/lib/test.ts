import { test as base } from "@playwright/test";
import { createPeople, type People } from "./people.ts";

/** Playwright's `test` with the people of a call; their browsers are closed after it. */
export const test = base.extend<{ people: People }>({
  people: async ({ browser }, use) => {
    const people = createPeople(browser);
    await use(people);
    await people.goHome();
  },
});
