import { expect } from "@playwright/test";
import { expectHeard } from "./expect-heard.ts";
import { expectMoving } from "./expect-moving.ts";
import type { Person } from "./person.ts";
import { tileOf, tiles } from "./tiles.ts";

/** Waits until each of them has one tile for everyone, and sees and hears all the others. */
export async function expectTogether(...people: readonly Person[]): Promise<void> {
  for (const viewer of people) {
    await expect(tiles(viewer), `tiles that ${viewer.name} sees`).toHaveCount(people.length);
    for (const other of people) {
      if (other === viewer) continue;
      await expectMoving(tileOf(viewer, other));
      await expectHeard(tileOf(viewer, other));
    }
  }
}
