import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { expectMoving } from "./lib/expect-moving.ts";
import { expectTogether } from "./lib/expect-together.ts";
import { test } from "./lib/test.ts";
import { ownTile, tileOf, tiles } from "./lib/tiles.ts";
import { watchTiles } from "./lib/watch-tiles.ts";

const server = serverForThisFile();

test("who is removed by the host is told so", async ({ people }) => {
  const room = `${server.url}/room/orderly`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  await expect(tiles(ann)).toHaveCount(2);

  await ben.page.getByRole("button", { name: "People" }).click();
  await expect(ben.page.getByTestId("person")).toHaveCount(2);
  await expect(ben.page.getByRole("button", { name: "Remove Ann" }), "guests remove nobody").toBeHidden();

  await ann.page.getByRole("button", { name: "People" }).click();
  await ann.page.getByRole("button", { name: "Remove Ben" }).click();
  await ann.page.getByRole("alertdialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(ben.page.getByRole("heading", { name: "The host removed you" })).toBeVisible();
  await expect(tiles(ann)).toHaveCount(1);
});

test("a call opened in a second tab moves there, and back", async ({ people }) => {
  const room = `${server.url}/room/movable`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  await expectTogether(ann, ben);
  const annsTiles = await watchTiles(ann);
  const moved = { name: "Your call moved" };

  const opening = ben.context.waitForEvent("page");
  await ben.page.evaluate(() => void open(location.href));
  const secondTab = { ...ben, page: await opening };
  // A tab opened from another has its session storage; a reload says that it wants the seat and not another one.
  await secondTab.page.reload();
  await expect(ben.page.getByRole("heading", moved)).toBeVisible();
  await expectTogether(ann, secondTab);

  await ben.page.bringToFront();
  await ben.page.getByRole("button", { name: "Use it here" }).click();
  await expect(secondTab.page.getByRole("heading", moved)).toBeVisible();
  await expectTogether(ann, ben);
  expect(await annsTiles()).toEqual({ fewest: 2, most: 2 });
});

test("a reload leads straight back into the same seat", async ({ people }) => {
  const room = `${server.url}/room/reloaded`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  await expectMoving(tileOf(ann, ben));
  const seat = await tileOf(ann, ben).getAttribute("data-user-id");
  const annsTiles = await watchTiles(ann);

  await ben.page.reload();
  await expectTogether(ann, ben);
  await expect(tileOf(ann, ben)).toHaveAttribute("data-user-id", seat ?? "");
  expect((await annsTiles()).most, "nobody was there twice").toBe(2);
});

test("who is muted stays so over a reload and over leaving and coming back", async ({ people }) => {
  const room = `${server.url}/room/quiet`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  const seen = tileOf(ann, ben);
  const expectOff = async () => {
    await expect(ownTile(ben)).toHaveAttribute("data-mic", "off");
    await expect(ownTile(ben)).toHaveAttribute("data-camera", "off");
    await expect(seen).toHaveAccessibleName("Ben, microphone off, camera off");
  };
  await ben.page.getByRole("button", { name: "Turn microphone off" }).click();
  await ben.page.getByRole("button", { name: "Turn camera off" }).click();
  await expectOff();

  await ben.page.reload();
  await expectOff();
  await ben.page.getByRole("button", { name: "Leave call" }).click();
  await ben.page.getByRole("button", { name: "Rejoin" }).click();
  await expectOff();

  await ben.page.getByRole("button", { name: "Turn microphone on" }).click();
  await expect(seen).toHaveAccessibleName("Ben, camera off");
});
