import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { callBar } from "./lib/call-bar.ts";
import { expectFilledGrid } from "./lib/expect-filled-grid.ts";
import { expectTogether } from "./lib/expect-together.ts";
import { joinFromPreview } from "./lib/join-from-preview.ts";
import { test } from "./lib/test.ts";
import { tiles } from "./lib/tiles.ts";

const server = serverForThisFile();

test("a room from the home page is joined by its copied link; a third joins, one leaves, the grids close up", async ({
  people,
}) => {
  const ann = await people.invite("Ann");
  await ann.page.goto(server.url);
  const slug = ann.page.getByTestId("room-slug");
  const offered = await slug.textContent();
  expect(offered).toMatch(/^[a-z]+-[a-z]+-\d\d$/);
  await ann.page.getByRole("button", { name: "Offer another name" }).click();
  await expect(slug).not.toHaveText(offered ?? "");
  const roomId = await slug.textContent();

  await ann.page.getByRole("button", { name: "Start the call" }).click();
  await expect(ann.page).toHaveURL(`${server.url}/room/${roomId}`);
  await expect(ann.page.getByText("Nobody is here yet")).toBeVisible();
  await joinFromPreview(ann);
  await expect(ann.page.getByRole("heading", { name: "You’re the first one here" })).toBeVisible();

  await callBar(ann).getByRole("button", { name: "Copy link" }).click();
  await expect(callBar(ann).getByRole("button", { name: "Link copied" })).toBeVisible();
  const link = await ann.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${server.url}/room/${roomId}`);

  const ben = await people.invite("Ben");
  await ben.page.goto(link);
  await expect(ben.page.getByText("1 person is here")).toBeVisible();
  await joinFromPreview(ben);
  await expectTogether(ann, ben);
  await expectFilledGrid(ann.page);

  const cai = await people.join(link, "Cai");
  await expectTogether(ann, ben, cai);
  for (const { page } of [ann, ben, cai]) await expectFilledGrid(page);

  await ben.page.getByRole("button", { name: "Leave call" }).click();
  await expect(ben.page.getByRole("heading", { name: "You left the call" })).toBeVisible();
  for (const stayed of [ann, cai]) {
    await expect(tiles(stayed)).toHaveCount(2);
    await expectFilledGrid(stayed.page);
  }
  await expectTogether(ann, cai);

  await ben.page.getByRole("button", { name: "Rejoin" }).click();
  await expectTogether(ann, ben, cai);
});
