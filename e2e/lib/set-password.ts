import { expect } from "@playwright/test";
import type { Person } from "./person.ts";
import { closeRoomSettings, openRoomSettings } from "./room-settings.ts";

/** The host sets the room's password, or changes it where there is one. */
export async function setPassword(host: Person, password: string, hint: string): Promise<void> {
  const settings = await openRoomSettings(host);
  await settings.getByRole("button", { name: /^(Set a password|Change)$/ }).click();
  await settings.getByLabel("New password").fill(password);
  await settings.getByLabel("Hint (optional)").fill(hint);
  await settings.getByRole("button", { name: "Save password" }).click();
  await expect(settings.getByText("People need the password to come in.")).toBeVisible();
  await expect(settings.getByLabel("New password")).toBeHidden();
  await closeRoomSettings(host);
}
