import type { Locator } from "@playwright/test";
import type { Person } from "./person.ts";

/** What tells someone that the server is out of reach. */
export function reconnectingBanner({ page }: Person): Locator {
  return page.getByTestId("reconnecting-banner");
}
