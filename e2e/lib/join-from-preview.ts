import { expect } from "@playwright/test";
import type { Person } from "./person.ts";

/** From the page before the call into the call, with the person's name. */
export async function joinFromPreview({ page, name }: Person, password?: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  if (password !== undefined) await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Join now" }).click();
  await expect(page.getByTestId("grid")).toBeVisible();
}
