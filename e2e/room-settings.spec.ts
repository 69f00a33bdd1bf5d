import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { joinFromPreview } from "./lib/join-from-preview.ts";
import { closeRoomSettings, openRoomSettings } from "./lib/room-settings.ts";
import { setPassword } from "./lib/set-password.ts";
import { test } from "./lib/test.ts";
import { tiles } from "./lib/tiles.ts";

const server = serverForThisFile();

test("the host sets, changes and clears the password in the call; each counts for the next one who comes", async ({
  people,
}) => {
  const room = `${server.url}/room/locked-from-inside`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  const cai = await people.invite("Cai");
  const bensLock = ben.page.getByLabel("Protected by a password");
  await expect(bensLock).toBeHidden();

  await setPassword(ann, "first", "The first word");
  await expect(bensLock).toBeVisible();
  await cai.page.goto(room);
  await expect(cai.page.getByText("Hint: The first word")).toBeVisible();
  await joinFromPreview(cai, "first");
  await cai.page.getByRole("button", { name: "Leave call" }).click();

  await setPassword(ann, "second", "Another word");
  await cai.page.goto(room);
  await expect(cai.page.getByText("Hint: Another word")).toBeVisible();
  await cai.page.getByLabel("Password", { exact: true }).fill("first");
  await cai.page.getByRole("button", { name: "Join now" }).click();
  await expect(cai.page.getByRole("alert")).toContainText("That password isn’t right");
  await joinFromPreview(cai, "second");
  await cai.page.getByRole("button", { name: "Leave call" }).click();

  const settings = await openRoomSettings(ann);
  await settings.getByRole("button", { name: "Turn off" }).click();
  await expect(settings.getByText("Anyone with the link can come in.")).toBeVisible();
  await expect(bensLock).toBeHidden();
  await cai.page.goto(room);
  await expect(cai.page.getByText("2 people are here")).toBeVisible();
  await expect(cai.page.getByText("Protected by a password")).toBeHidden();
  await joinFromPreview(cai);
  await expect(tiles(cai)).toHaveCount(3);
});

test("the host limits the seats and forbids screen sharing; a guest has no settings", async ({ people }) => {
  const room = `${server.url}/room/hosted`;
  const ann = await people.join(room, "Ann");
  const ben = await people.join(room, "Ben");
  await ben.page.getByRole("button", { name: "More" }).click();
  await expect(ben.page.getByRole("menuitem", { name: "Keyboard shortcuts" })).toBeVisible();
  await expect(ben.page.getByRole("menuitem", { name: "Room settings" })).toBeHidden();
  await ben.page.keyboard.press("Escape");

  const settings = await openRoomSettings(ann);
  const seats = settings.getByRole("textbox", { name: "Most people at once" });
  await expect(seats).toHaveValue("10");
  await settings.getByRole("button", { name: "One fewer" }).click();
  await expect(seats).toHaveValue("9");
  await expect(ann.page.getByText("Up to 9 people can be in the room").first()).toBeVisible();
  await seats.fill("2");
  await seats.press("Enter");
  await expect(ann.page.getByText("Up to 2 people can be in the room").first()).toBeVisible();

  const shareAllowed = settings.getByRole("switch", { name: "Screen sharing" });
  await shareAllowed.click();
  await expect(shareAllowed).not.toBeChecked();
  const forbidden = ben.page.getByRole("button", { name: "The host has turned screen sharing off" });
  await expect(forbidden).toHaveAttribute("aria-disabled", "true");
  await closeRoomSettings(ann);
  await expect(ann.page.getByRole("button", { name: "Share screen" }), "the host still may").toBeEnabled();
  await openRoomSettings(ann);
  await shareAllowed.click();
  await expect(ben.page.getByRole("button", { name: "Share screen" })).toBeEnabled();
  await closeRoomSettings(ann);

  const cai = await people.invite("Cai");
  await cai.page.goto(room);
  await cai.page.getByLabel("Your name").fill("Cai");
  await cai.page.getByRole("button", { name: "Join now" }).click();
  await expect(cai.page.getByRole("heading", { name: "This room is full" })).toBeVisible();
});
