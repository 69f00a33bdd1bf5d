import { expect, type Locator } from "@playwright/test";
import type { Person } from "./person.ts";

/** Rings someone from the list of people, once they are there. */
export async function ring(
  { page }: Person,
  callee: Pick<Person, "name">,
  how: "with" | "without" = "with",
): Promise<void> {
  await page
    .getByRole("button", { name: `Call ${callee.name} ${how} video` })
    .first()
    .click();
}

/** What shows that someone rings. */
export function incomingCall({ page }: Person, caller: Pick<Person, "name">): Locator {
  return page.getByRole("alertdialog", { name: `${caller.name} is calling` });
}

/** Waits until it rings, and reacts. */
export async function react(
  person: Person,
  caller: Pick<Person, "name">,
  how: "Answer with video" | "Answer without video" | "Answer" | "Decline",
): Promise<void> {
  await incomingCall(person, caller).getByRole("button", { name: how, exact: true }).click();
}

/** How the last call ended, as the person reads it. */
export function outcome({ page }: Person): Locator {
  return page.getByRole("region", { name: "Last call" });
}

/** The calls of before, the newest first. */
export function recentCalls({ page }: Person): Locator {
  return page.getByRole("region", { name: "Recent calls" }).getByRole("listitem");
}

/** Waits until someone is on the People page again and can ring. */
export async function expectInLobby({ page }: Person): Promise<void> {
  await expect(page).toHaveURL(/\/people$/);
  await expect(page.getByRole("heading", { name: "People", exact: true })).toBeVisible();
  await expect(page.getByTestId("call-sheet")).toBeHidden();
}
