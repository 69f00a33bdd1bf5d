import { expect, type Locator } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { callBar } from "./lib/call-bar.ts";
import { expectFilledGrid } from "./lib/expect-filled-grid.ts";
import { expectMoving } from "./lib/expect-moving.ts";
import { test } from "./lib/test.ts";
import { screenOf, tileOf, tiles } from "./lib/tiles.ts";

const server = serverForThisFile();

async function area(place: Locator): Promise<number> {
  const box = await place.boundingBox();
  return box ? box.width * box.height : 0;
}

test("a shared screen is seen large beside the people, until it is stopped", async ({ people }) => {
  const room = `${server.url}/room/slides`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  await expectMoving(tileOf(ben, ann));

  await ann.page.getByRole("button", { name: "Share screen" }).click();
  await expect(ann.page.getByText("You’re sharing your screen")).toBeVisible();
  const screen = screenOf(ben, ann);
  await expect(screen).toHaveAccessibleName("Ann’s screen");
  await expectMoving(screen);
  await expectMoving(tileOf(ben, ann));
  await expect(tiles(ben)).toHaveCount(2);
  const person = tileOf(ben, ann);
  await expect
    .poll(async () => (await area(screen)) / (await area(person)), "how much larger the screen is than a person")
    .toBeGreaterThan(3);

  await callBar(ann).getByRole("button", { name: "Stop sharing" }).click();
  await expect(screen).toHaveCount(0);
  await expect(ann.page.getByText("You’re sharing your screen")).toBeHidden();
  await expectFilledGrid(ben.page);
  await expectMoving(person);
});
