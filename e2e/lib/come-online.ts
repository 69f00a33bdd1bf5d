import { expect } from "@playwright/test";
import type { Person } from "./person.ts";

/** Opens the People page and comes online under the person's name; `shown` is what others read in its place. */
export async function comeOnline({ page, name }: Person, serverUrl: string, shown = ""): Promise<void> {
  await page.goto(`${serverUrl}/people`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Shown as").fill(shown);
  await page.getByRole("button", { name: "Come online" }).click();
  await expect(page.getByRole("region", { name: "You", exact: true })).toContainText("Online");
}
