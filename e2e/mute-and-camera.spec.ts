import { expect, type Locator } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { expectHeard } from "./lib/expect-heard.ts";
import { expectMoving } from "./lib/expect-moving.ts";
import type { Person } from "./lib/person.ts";
import { test } from "./lib/test.ts";
import { ownTile, tileOf } from "./lib/tiles.ts";

const server = serverForThisFile();

/** What the person's devices give right now. */
function capturing({ page }: Person, kind: "audio" | "video") {
  return page.evaluate((wanted) => {
    const tracks = window.chamcallHooks.captured.filter((track) => track.kind === wanted);
    const live = tracks.filter(({ readyState }) => readyState === "live");
    return { open: live.length, heard: live.filter(({ enabled }) => enabled).length };
  }, kind);
}

/** Presses a key, and waits until the device is seen so. */
async function press({ page }: Person, key: string, seen: Locator, device: "mic" | "camera", state: "on" | "off") {
  await page.keyboard.press(key);
  await expect(seen).toHaveAttribute(`data-${device}`, state);
}

/** Holds Space while muted: the microphone is on for as long. */
async function holdSpace({ page }: Person, seen: Locator, meanwhile: () => Promise<void> = async () => {}) {
  await page.keyboard.down("Space");
  await expect(seen).toHaveAttribute("data-mic", "on");
  await meanwhile();
  await page.keyboard.up("Space");
  await expect(seen).toHaveAttribute("data-mic", "off");
}

test("turning microphone and camera off and on reaches the others, and really turns them off", async ({ people }) => {
  const room = `${server.url}/room/switches`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  const seen = tileOf(ben, ann);
  await expectMoving(seen);
  await expectHeard(seen);

  await ann.page.getByRole("button", { name: "Turn microphone off" }).click();
  await expect(seen).toHaveAttribute("data-mic", "off");
  await expect(seen).toHaveAccessibleName("Ann, microphone off");
  expect(await capturing(ann, "audio"), "no microphone is heard").toMatchObject({ heard: 0 });

  await ann.page.getByRole("button", { name: "Turn camera off" }).click();
  await expect(seen).toHaveAttribute("data-camera", "off");
  await expect(seen).toHaveAccessibleName("Ann, microphone off, camera off");
  await expect(seen.locator("video")).toHaveCount(0);
  await expect(ownTile(ann)).toHaveAttribute("data-camera", "off");
  await expect.poll(() => capturing(ann, "video"), "the camera's light is out").toMatchObject({ open: 0 });

  await ann.page.getByRole("button", { name: "Turn camera on" }).click();
  await ann.page.getByRole("button", { name: "Turn microphone on" }).click();
  await expect(seen).toHaveAccessibleName("Ann");
  await expectMoving(seen);
  await expectHeard(seen);
});

test("the keyboard does the same: Ctrl+D, Ctrl+E, and Space held to talk", async ({ people }) => {
  const room = `${server.url}/room/keys`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  const seen = tileOf(ben, ann);
  await expect(seen).toHaveAttribute("data-mic", "on");

  await press(ann, "Control+d", seen, "mic", "off");
  await press(ann, "Control+e", seen, "camera", "off");
  await holdSpace(ann, seen);
  await press(ann, "Control+e", seen, "camera", "on");
  await press(ann, "Control+d", seen, "mic", "on");
});

test("muted with the mouse, Space held still talks", async ({ people }) => {
  const room = `${server.url}/room/mouse-and-keys`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  const seen = tileOf(ben, ann);
  await ann.page.getByRole("button", { name: "Turn microphone off" }).click();
  await expect(seen).toHaveAttribute("data-mic", "off");

  await holdSpace(ann, seen, () => expectHeard(seen));
  await expect(ownTile(ann)).toHaveAttribute("data-mic", "off");
});
