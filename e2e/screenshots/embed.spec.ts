import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import { serverForThisFile } from "../fixtures.ts";
import { exampleSiteForThisFile } from "../lib/example-site.ts";
import { joinFromPreview } from "../lib/join-from-preview.ts";
import { launchOptions } from "../lib/launch-options.ts";
import { inTheStudio } from "./in-the-studio.ts";
import { picture } from "./picture.ts";

/** Those who are not looked at need no large page. */
const aside = { viewport: { width: 760, height: 500 }, cameraWidth: 640 };

const site = exampleSiteForThisFile();
const server = serverForThisFile(() => ({ ALLOWED_ORIGINS: site.listed }));
test.describe.configure({ timeout: 120_000 });
let browser: Browser;
test.beforeAll("open the site", () => site.open(server.url));
test.beforeEach(async () => {
  browser = await chromium.launch(launchOptions.devicesAndConsent);
});
test.afterEach(() => browser.close());

/** Whoever `room` is shown to sees them all, and sharply. */
async function settle(tiles: ReturnType<Page["getByTestId"]>, people: number): Promise<void> {
  const sharp = () =>
    tiles
      .locator("video")
      .evaluateAll((videos) => videos.filter((video) => video instanceof HTMLVideoElement && video.videoWidth >= 480));
  await expect(tiles).toHaveCount(people);
  await expect.poll(async () => (await sharp()).length, { timeout: 40_000 }).toBe(people);
  await expect(tiles.getByRole("img", { name: /^(Fair|Poor) connection$/ })).toHaveCount(0, { timeout: 40_000 });
}

async function joins(name: "Jonas" | "Leila", room: string, talking = false): Promise<void> {
  const person = await inTheStudio(browser, name, { ...aside, talking });
  await person.page.goto(`${server.url}/room/${room}`);
  await joinFromPreview(person);
}

test("a call in a site's page", async () => {
  const amara = await inTheStudio(browser, "Amara", { viewport: { width: 1100, height: 620 }, cameraWidth: 640 });
  await amara.page.goto(`${site.listed}/?room=corner-shop&name=Amara`);
  await amara.page.getByRole("button", { name: "Start the call" }).click();
  await joins("Jonas", "corner-shop", true);
  await settle(amara.page.frameLocator("#call iframe").getByTestId("tile"), 2);
  await picture(amara.page, "embed");
});

for (const theme of ["light", "dark"] as const) {
  test(`<VideoCall>, ${theme}`, async () => {
    const joined = await fetch(`${server.url}/room/video-call-${theme}/join`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ displayName: "Amara" }),
    });
    const { token }: { token: string } = await joined.json();
    const amara = await inTheStudio(browser, "Amara", { viewport: { width: 960, height: 600 }, cameraWidth: 640 });
    await amara.page.goto(`${server.url}/embed?roomId=video-call-${theme}&theme=${theme}#token=${token}`);
    await joins("Leila", `video-call-${theme}`);
    await settle(amara.page.getByTestId("tile"), 2);
    await picture(amara.page, theme === "light" ? "video-call" : "video-call-dark");
  });
}
