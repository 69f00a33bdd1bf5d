import { expect } from "@playwright/test";
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

  await ann.page.keyboard.press("Control+d");
  await expect(seen).toHaveAttribute("data-mic", "off");
  await ann.page.keyboard.press("Control+e");
  await expect(seen).toHaveAttribute("data-camera", "off");

  await ann.page.keyboard.down("Space");
  await expect(seen).toHaveAttribute("data-mic", "on");
  await ann.page.keyboard.up("Space");
  await expect(seen).toHaveAttribute("data-mic", "off");

  await ann.page.keyboard.press("Control+e");
  await expect(seen).toHaveAttribute("data-camera", "on");
  await ann.page.keyboard.press("Control+d");
  await expect(seen).toHaveAttribute("data-mic", "on");
});

test("muted with the mouse, Space held still talks", async ({ people }) => {
  const room = `${server.url}/room/mouse-and-keys`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  const seen = tileOf(ben, ann);
  await ann.page.getByRole("button", { name: "Turn microphone off" }).click();
  await expect(seen).toHaveAttribute("data-mic", "off");

  await ann.page.keyboard.down("Space");
  await expect(seen).toHaveAttribute("data-mic", "on");
  await expectHeard(seen);
  await ann.page.keyboard.up("Space");
  await expect(seen).toHaveAttribute("data-mic", "off");
  await expect(ownTile(ann)).toHaveAttribute("data-mic", "off");
});
