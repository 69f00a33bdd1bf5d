import type { Browser, BrowserContextOptions } from "@playwright/test";
import type { Person } from "../lib/person.ts";
import { looks } from "./looks.ts";
import { studio } from "./studio.ts";

/** Someone with a drawn camera; nothing is opened yet. */
export async function inTheStudio(
  browser: Browser,
  name: keyof typeof looks,
  options: BrowserContextOptions & { talking?: boolean; cameraWidth?: number } = {},
): Promise<Person> {
  const { talking = false, cameraWidth = 960, ...contextOptions } = options;
  const context = await browser.newContext(contextOptions);
  await context.addInitScript(studio({ look: looks[name], talking, cameraWidth }));
  return { name, context, page: await context.newPage() };
}
