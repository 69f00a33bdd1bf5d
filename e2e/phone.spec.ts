import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { callBar } from "./lib/call-bar.ts";
import { expectFilledGrid } from "./lib/expect-filled-grid.ts";
import { expectTogether } from "./lib/expect-together.ts";
import { joinFromPreview } from "./lib/join-from-preview.ts";
import type { Person } from "./lib/person.ts";
import { sidewaysScroll } from "./lib/sideways-scroll.ts";
import { smallTargets } from "./lib/small-targets.ts";
import { test } from "./lib/test.ts";
import { tileOf } from "./lib/tiles.ts";

const server = serverForThisFile();

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function expectFitsFingers({ page }: Person): Promise<void> {
  expect.soft(await smallTargets(page)).toEqual([]);
  expect.soft(await sidewaysScroll(page)).toBe(0);
}

test("on a phone everything is in reach of a finger, from the home page into the call", async ({ people }) => {
  const ann = await people.invite("Ann", phone);
  const { page } = ann;
  await page.goto(server.url);
  await expect(page.getByRole("button", { name: "Start the call" })).toBeVisible();
  await expectFitsFingers(ann);
  await page.getByRole("link", { name: "Pair devices" }).tap();
  await expect(page.getByRole("img", { name: "QR code of the link" })).toBeInViewport({ ratio: 1 });
  await expectFitsFingers(ann);
  await page.getByRole("link", { name: "ChamCall" }).tap();
  await page.getByRole("button", { name: "Start the call" }).tap();
  await expect(page.getByTestId("preview")).toHaveAttribute("data-camera", "on");
  await expectFitsFingers(ann);
  await joinFromPreview(ann);
  await expectFitsFingers(ann);

  const ben = await people.join(page.url(), "Ben");
  await expectTogether(ann, ben);
  await expectFilledGrid(page);
  await expectFitsFingers(ann);

  await callBar(ann).getByRole("button", { name: "Turn microphone off" }).tap();
  await expect(tileOf(ben, ann)).toHaveAttribute("data-mic", "off");
  await callBar(ann).getByRole("button", { name: "Turn camera off" }).tap();
  await expect(tileOf(ben, ann)).toHaveAttribute("data-camera", "off");

  await callBar(ann).getByRole("button", { name: "People" }).tap();
  const sheet = page.getByRole("dialog", { name: "People" });
  await expect(sheet.getByTestId("person")).toHaveCount(2);
  await expect(sheet.getByRole("button", { name: "Remove Ben" })).toBeInViewport({ ratio: 1 });
  await expectFitsFingers(ann);
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect(sheet).toBeHidden();

  await callBar(ann).getByRole("button", { name: "More" }).tap();
  for (const name of ["Copy link", "Devices", "Room settings"]) {
    await expect(page.getByRole("menuitem", { name })).toBeInViewport({ ratio: 1 });
  }
  await expectFitsFingers(ann);
  await page.getByRole("menuitem", { name: "Room settings" }).tap();
  await expect(page.getByRole("dialog", { name: "Room settings" })).toBeInViewport({ ratio: 1 });
  await expectFitsFingers(ann);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();

  await callBar(ann).getByRole("button", { name: "Leave call" }).tap();
  await expect(page.getByRole("heading", { name: "You left the call" })).toBeVisible();
  await expectFitsFingers(ann);
});
