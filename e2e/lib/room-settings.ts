import { expect, type Locator } from "@playwright/test";
import type { Person } from "./person.ts";

/** Opens the host's room settings from the call. */
export async function openRoomSettings({ page }: Person): Promise<Locator> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Room settings" }).click();
  const dialog = page.getByRole("dialog", { name: "Room settings" });
  await expect(dialog).toBeVisible();
  return dialog;
}

export async function closeRoomSettings({ page }: Person): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Room settings" });
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
}
