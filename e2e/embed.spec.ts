import { expect, type Page } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { exampleSiteForThisFile } from "./lib/example-site.ts";
import { expectMoving } from "./lib/expect-moving.ts";
import type { Person } from "./lib/person.ts";
import { test } from "./lib/test.ts";
import { ownTile, screenOf, tileOf, tiles } from "./lib/tiles.ts";
import { watchComplaints } from "./lib/watch-complaints.ts";

const site = exampleSiteForThisFile();
const server = serverForThisFile(() => ({ ALLOWED_ORIGINS: site.listed }));
test.beforeAll("open the site", () => site.open(server.url));

/** The call in the page of a site. */
const framed = (page: Page) => page.frameLocator("#call iframe");
/** What the parent has heard, line by line. */
const heard = (page: Page) => page.getByLabel("What the call tells").locator("li");

async function startFramed({ page, name }: Person, room: string): Promise<void> {
  await page.goto(`${site.listed}/?room=${room}&name=${name}`);
  await page.getByRole("button", { name: "Start the call" }).click();
  await expect(heard(page).first()).toHaveText(`joined as ${name}, others here: 0`);
}

test("a call in another site's page: joined, heard, muted and ended from there", async ({ people }) => {
  const ann = await people.invite("Ann");
  const complaints = watchComplaints(ann.page);
  await startFramed(ann, "corner-shop");
  await expect(framed(ann.page).getByText("You’re the first one here")).toBeVisible();

  const bo = await people.join(`${server.url}/room/corner-shop`, "Bo");
  await expect(heard(ann.page).filter({ hasText: "Bo came" })).toHaveCount(1);
  await expectMoving(framed(ann.page).getByTestId("tile").filter({ hasText: "Bo" }));
  await expectMoving(tileOf(bo, ann));

  await ann.page.getByRole("button", { name: "Mute" }).click();
  await expect(heard(ann.page).last()).toHaveText("microphone off, camera on");
  await expect(tileOf(bo, ann)).toHaveAttribute("data-mic", "off");
  await ann.page.getByRole("button", { name: "Camera" }).click();
  await expect(heard(ann.page).last()).toHaveText("microphone off, camera off");
  await expect(tileOf(bo, ann)).toHaveAttribute("data-camera", "off");
  // The frame's own button is heard outside, too.
  await framed(ann.page).getByRole("button", { name: "Turn microphone on" }).click();
  await expect(heard(ann.page).last()).toHaveText("microphone on, camera off");

  // A click out there counts in the frame.
  await ann.page.getByRole("button", { name: "Share screen" }).first().click();
  await expect(screenOf(bo, ann)).toBeVisible();
  await ann.page.getByRole("button", { name: "Share screen" }).first().click();
  await expect(screenOf(bo, ann)).toHaveCount(0);

  await ann.page.getByRole("button", { name: "End" }).click();
  await expect(heard(ann.page).last()).toHaveText("over: left");
  await expect(ann.page.locator("iframe")).toHaveCount(0);
  await expect(tiles(bo)).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test("the token is gone from the frame's address, a reload keeps it, and its page leaves with the site's", async ({
  people,
}) => {
  const bo = await people.join(`${server.url}/room/quiet-corner`, "Bo");
  const ann = await people.invite("Ann");
  await ann.page.goto(`${site.listed}/?room=quiet-corner&name=Ann`);
  await ann.page.getByRole("button", { name: "Start the call" }).click();
  await expect(heard(ann.page).first()).toHaveText("joined as Ann, others here: 1");
  const frame = ann.page.frames().find((each) => each !== ann.page.mainFrame());
  const address = new URL((await frame?.evaluate(() => location.href)) ?? "");
  expect(address.hash).toBe("");
  expect([...address.searchParams.keys()].sort()).toEqual(["parentOrigin", "roomId", "theme"]);
  await frame?.evaluate(() => location.reload());
  await expect(heard(ann.page).filter({ hasText: "joined as Ann" })).toHaveCount(2);
  await expectMoving(tileOf(bo, ann));
  await expect(tiles(bo)).toHaveCount(2);
  await ann.page.goto("about:blank");
  await expect(tiles(bo)).toHaveCount(1);
});

test("a site that isn't listed can neither load the call nor frame it", async ({ people }) => {
  const { page } = await people.invite("Eve");
  const complaints = watchComplaints(page);
  await page.goto(`${site.unlisted}/?room=corner-shop&name=Eve`);
  await page.getByRole("button", { name: "Start the call" }).click();
  await expect.poll(() => complaints.join("\n")).toContain("CORS policy");
  await page.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.querySelector("#call")?.append(frame);
  }, `${server.url}/embed?roomId=corner-shop&token=x&parentOrigin=${site.unlisted}`);
  await expect.poll(() => complaints.join("\n")).toContain("frame-ancestors");
  await expect(page.frameLocator("#call iframe").locator(".embed")).toHaveCount(0);
});

test("another frame in a listed site's page can't command the call", async ({ people }) => {
  const ann = await people.invite("Ann");
  await startFramed(ann, "busy-corner");
  const advertisement = await ann.page.evaluateHandle((address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
    return new Promise<HTMLIFrameElement>((resolve) => frame.addEventListener("load", () => resolve(frame)));
  }, site.unlisted);
  const intruder = await advertisement.contentFrame();
  expect(intruder).not.toBeNull();
  const frame = ann.page.frames().find((each) => each.url().startsWith(`${server.url}/embed`));
  // Later than the page's own listener: what is counted here, the page has dealt with.
  await frame?.evaluate((origin) => {
    const seen = { count: 0 };
    Object.assign(window, { seen });
    addEventListener("message", (event) => {
      if (event.origin === origin) seen.count++;
    });
  }, site.unlisted);
  await intruder?.evaluate(() => {
    const call = parent.frames[0];
    if (!call) throw new Error("No frame to command.");
    for (const command of ["connect", "mute", "cameraOff", "end"]) call.postMessage({ command, args: {} }, "*");
  });
  await expect.poll(() => frame?.evaluate(() => (window as { seen?: { count: number } }).seen?.count)).toBe(4);
  const own = framed(ann.page).locator('[data-testid="tile"][data-self="true"]');
  await expect(own).toHaveAttribute("data-mic", "on");
  await expect(own).toHaveAttribute("data-camera", "on");
  await expect(heard(ann.page).filter({ hasText: /over|off/ })).toHaveCount(0);
  // The parent still can.
  await ann.page.getByRole("button", { name: "Mute" }).click();
  await expect(own).toHaveAttribute("data-mic", "off");
});

test("an address without a token says so", async ({ people }) => {
  const ann = await people.invite("Ann");
  await ann.page.goto(`${server.url}/embed?roomId=corner-shop`);
  await expect(ann.page.getByRole("alert")).toContainText("has no token");
  await expect(ownTile(ann)).toHaveCount(0);
});
