import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { expectTogether } from "./lib/expect-together.ts";
import { joinFromPreview } from "./lib/join-from-preview.ts";
import { test } from "./lib/test.ts";
import { tiles } from "./lib/tiles.ts";

const server = serverForThisFile({ MAX_PARTICIPANTS: "2" });

test("one more than the room holds is told so, and gets in when a seat is free", async ({ people }) => {
  const room = `${server.url}/room/for-two`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  await expect(tiles(ann)).toHaveCount(2);

  const cai = await people.invite("Cai");
  await cai.page.goto(room);
  await expect(cai.page.getByText("This room is full (2 of 2)")).toBeVisible();
  await cai.page.getByLabel("Your name").fill("Cai");
  await cai.page.getByRole("button", { name: "Join now" }).click();
  await expect(cai.page.getByRole("heading", { name: "This room is full" })).toBeVisible();
  await expect(cai.page.getByText("2 people can be here at once.")).toBeVisible();
  await expect(tiles(ann)).toHaveCount(2);

  await ben.page.getByRole("button", { name: "Leave call" }).click();
  await expect(tiles(ann)).toHaveCount(1);
  await cai.page.getByRole("button", { name: "Try again" }).click();
  await expect(cai.page.getByLabel("Your name"), "the name is remembered").toHaveValue("Cai");
  await joinFromPreview(cai);
  await expectTogether(ann, cai);
});

test("who waits before the room sees a seat become free, and what they typed stays", async ({ people }) => {
  const room = `${server.url}/room/for-two-in-turn`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  const cai = await people.invite("Cai");
  await cai.page.goto(room);
  await cai.page.getByLabel("Your name").fill("Cai and");
  await expect(cai.page.getByText("This room is full (2 of 2)")).toBeVisible();

  await ben.page.getByRole("button", { name: "Leave call" }).click();
  await expect(tiles(ann)).toHaveCount(1);
  await expect(cai.page.getByText("1 person is here")).toBeVisible({ timeout: 15_000 });
  await expect(cai.page.getByLabel("Your name")).toHaveValue("Cai and");
  await expect(cai.page.getByLabel("Your name")).toBeFocused();
});
