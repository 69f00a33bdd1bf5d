import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

const folder = fileURLToPath(new URL("../../docs/screenshots", import.meta.url));

/** Puts what the page shows into docs/screenshots, with the pointer out of the way. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 2);
  await page.screenshot({ path: `${folder}/${name}.png`, caret: "hide", animations: "disabled" });
}
