import type { Page } from "@playwright/test";

/** Collects what a page complains about from now on: console errors (CSP violations are among them) and exceptions. */
export function watchComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}
