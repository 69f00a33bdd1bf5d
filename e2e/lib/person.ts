import type { BrowserContext, Page } from "@playwright/test";

/** Someone at a browser of their own. */
export interface Person {
  /** As the others read it. */
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
}
