import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { test } from "./lib/test.ts";
import { ownTile } from "./lib/tiles.ts";

const server = serverForThisFile();

test("the screen stays on during a call and not longer", async ({ people }) => {
  const ann = await people.invite("Ann");
  await ann.page.addInitScript(() => {
    const locks = { held: 0 };
    Object.assign(window, { locks });
    navigator.wakeLock.request = async () => {
      locks.held++;
      const release = async () => void locks.held--;
      return Object.assign(new EventTarget(), { released: false, type: "screen" as const, onrelease: null, release });
    };
  });
  const held = () => ann.page.evaluate("locks.held");
  await ann.page.goto(`${server.url}/room/awake`);
  await ann.page.getByLabel("Your name").fill("Ann");
  expect(await held()).toBe(0);
  await ann.page.getByRole("button", { name: "Join now" }).click();
  await expect(ownTile(ann)).toBeVisible();
  await expect.poll(held).toBe(1);
  await ann.page.getByRole("button", { name: "Leave call" }).click();
  await expect.poll(held).toBe(0);
});
