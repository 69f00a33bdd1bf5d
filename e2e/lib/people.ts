import type { Browser, BrowserContextOptions } from "@playwright/test";
import { joinFromPreview } from "./join-from-preview.ts";
import { pageHooks } from "./page-hooks.ts";
import type { Person } from "./person.ts";

/** The people of one test. */
export interface People {
  /** Gives someone a browser of their own, with nothing opened in it yet. */
  invite(name: string, options?: InviteOptions): Promise<Person>;
  /** Brings someone into a call: opens the room's page, says the name, joins. */
  join(roomUrl: string, name: string, options?: InviteOptions): Promise<Person>;
  /** Closes all their browsers. */
  goHome(): Promise<void>;
}

export interface InviteOptions extends BrowserContextOptions {
  /** Another browser than the test's own: one that has other devices, or sits in another network. */
  browser?: Browser;
}

const permissions = ["camera", "microphone", "clipboard-read", "clipboard-write"];

export function createPeople(defaultBrowser: Browser): People {
  const invited: Person[] = [];
  const people: People = {
    async invite(name, { browser = defaultBrowser, ...options } = {}) {
      const context = await browser.newContext({ permissions, ...options });
      await context.addInitScript(pageHooks());
      const person = { name, context, page: await context.newPage() };
      invited.push(person);
      return person;
    },
    async join(roomUrl, name, options) {
      const person = await people.invite(name, options);
      await person.page.goto(roomUrl);
      await joinFromPreview(person);
      return person;
    },
    async goHome() {
      await Promise.all(invited.splice(0).map(({ context }) => context.close()));
    },
  };
  return people;
}
