import type { Locator } from "@playwright/test";
import type { Person } from "./person.ts";

/** The tiles of everyone in the call as someone sees them, their own included. */
export function tiles({ page }: Person): Locator {
  return page.getByTestId("tile");
}

/** Another person's tile as `viewer` sees it. */
export function tileOf(viewer: Person, other: Pick<Person, "name">): Locator {
  return tiles(viewer).filter({ has: viewer.page.getByText(other.name, { exact: true }) });
}

/** Their own tile. */
export function ownTile({ page }: Person): Locator {
  return page.locator('[data-testid="tile"][data-self="true"]');
}

/** The shared screen of `sharer` as `viewer` sees it. */
export function screenOf(viewer: Person, sharer: Pick<Person, "name">): Locator {
  return viewer.page.getByTestId("screen-tile").filter({ hasText: sharer.name });
}
