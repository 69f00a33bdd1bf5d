import type { Locator } from "@playwright/test";
import type { Person } from "./person.ts";

/** The buttons under the call; some of them stand on the stage too. */
export function callBar({ page }: Person): Locator {
  return page.locator("footer");
}
