import { chromium, expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { expectHeard } from "./lib/expect-heard.ts";
import { expectMoving } from "./lib/expect-moving.ts";
import { joinFromPreview } from "./lib/join-from-preview.ts";
import { launchOptions } from "./lib/launch-options.ts";
import { test } from "./lib/test.ts";
import { tileOf, tiles } from "./lib/tiles.ts";

const server = serverForThisFile();

for (const { why, launch, permissions, notice } of [
  {
    why: "whose camera and microphone are refused",
    launch: launchOptions.devicesOnly,
    // A context refuses what is not on its list.
    permissions: ["clipboard-read"],
    notice: ["Your browser is blocking the camera.", "Your browser is blocking the microphone."],
  },
  {
    why: "without a camera and a microphone",
    launch: launchOptions.neither,
    permissions: ["camera", "microphone"],
    notice: ["No camera found.", "No microphone found."],
  },
]) {
  test(`someone ${why} is told so, joins, and sees and hears the others`, async ({ people }) => {
    const browser = await chromium.launch(launch);
    try {
      const room = `${server.url}/room/${why.replaceAll(" ", "-")}`;
      const ann = await people.join(room, "Ann");
      const ben = await people.invite("Ben", { browser, permissions });
      await ben.page.goto(room);
      for (const text of notice) await expect(ben.page.getByRole("status").filter({ hasText: text })).toBeVisible();
      await joinFromPreview(ben);

      await expect(ben.page.getByTestId("listen-only")).toContainText("You’re listening only – others can’t hear you.");
      await expectMoving(tileOf(ben, ann));
      await expectHeard(tileOf(ben, ann));
      await expect(tiles(ann)).toHaveCount(2);
      await expect(tileOf(ann, ben)).toHaveAccessibleName("Ben, microphone off, camera off");
    } finally {
      await browser.close();
    }
  });
}

test("someone who is seen but not heard is told just that", async ({ people }) => {
  const browser = await chromium.launch(launchOptions.devicesOnly);
  try {
    const ann = await people.join(`${server.url}/room/seen`, "Ann", { browser, permissions: ["camera"] });
    await expect(ann.page.getByTestId("listen-only")).toContainText("Others can’t hear you.");
    await expect(ann.page.getByTestId("listen-only")).not.toContainText("listening only");
  } finally {
    await browser.close();
  }
});
