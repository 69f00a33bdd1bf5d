import { expect, type Page } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { test } from "./lib/test.ts";
import { textContrast } from "./lib/text-contrast.ts";
import { tileOf } from "./lib/tiles.ts";

const server = serverForThisFile();

/** What can be used on the page and has no name for a screen reader. */
async function nameless(page: Page): Promise<string[]> {
  const lines = (await page.locator("body").ariaSnapshot()).split("\n");
  return lines.filter((line) => /^\s*- (button|link|textbox|switch|combobox|menuitem|dialog)(?! ")/.test(line));
}

test("everything that can be used has a name", async ({ people }) => {
  const ann = await people.invite("Ann");
  for (const path of ["/", "/pair", "/people"]) {
    await ann.page.goto(server.url + path);
    await expect(ann.page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await nameless(ann.page), `at ${path}`).toEqual([]);
  }
  await ann.page.goto(`${server.url}/room/named`);
  await expect(ann.page.getByRole("button", { name: "Join now" })).toBeVisible();
  expect(await nameless(ann.page)).toEqual([]);

  const ben = await people.join(`${server.url}/room/named`, "Ben");
  await ben.page.getByRole("button", { name: "People" }).click();
  await expect(ben.page.getByTestId("person")).toHaveCount(1);
  expect(await nameless(ben.page)).toEqual([]);
  await ben.page.getByRole("button", { name: "Devices" }).click();
  await expect(ben.page.getByRole("dialog", { name: "Devices" })).toBeVisible();
  expect(await nameless(ben.page)).toEqual([]);
});

test("who joins, mutes and leaves is spoken", async ({ people }) => {
  const room = `${server.url}/room/spoken`;
  const ann = await people.join(room, "Ann");
  const spoken = (text: string) => ann.page.getByRole("status").filter({ hasText: text });
  const ben = await people.join(room, "Ben");
  await expect(spoken("Ben joined")).toBeAttached();
  await ben.page.getByRole("button", { name: "Turn microphone off" }).click();
  await expect(spoken("Ben muted")).toBeAttached();
  await ben.page.getByRole("button", { name: "Leave call" }).click();
  await expect(spoken("Ben left")).toBeAttached();
});

test("a code for another device is spoken letter by letter, and the keyboard gets to it and past it", async ({
  people,
}) => {
  const { page } = await people.invite("Ann");
  await page.goto(server.url);
  await page.getByRole("link", { name: "Pair devices" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /^Your code is( [0-9A-Z]){8}$/ })).toBeAttached();
  await expect(page.getByLabel("Code from the other device")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("K7QM-3XW");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
});

test("the keyboard reaches everything: the focus is seen, and a dialog keeps it until it closes", async ({
  people,
}) => {
  const ann = await people.join(`${server.url}/room/keyboard`, "Ann");
  const focused = ann.page.locator(":focus");
  const settle = (name: string) => expect(ann.page.getByRole("button", { name })).toBeVisible();
  await settle("Leave call");
  await expect(focused, "a screen reader starts at the call's name").toHaveText("Call in keyboard");
  const reached = new Set<string>();
  for (let press = 0; press < 20; press++) {
    await ann.page.keyboard.press("Tab");
    const label = await focused.evaluateAll((elements) => elements.map((element) => element.ariaLabel ?? "")[0]);
    if (!label || reached.has(label)) continue;
    reached.add(label);
    await expect(focused, `the ring around ${label}`).not.toHaveCSS("outline-style", "none");
  }
  const all = ["Turn microphone off", "Turn camera off", "Share screen", "Devices", "Leave call", "People", "More"];
  expect([...reached]).toEqual(expect.arrayContaining(all));

  await ann.page.keyboard.press("?");
  const dialog = ann.page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 5; press++) {
    await ann.page.keyboard.press("Tab");
    await expect(dialog.locator(":focus")).toHaveCount(1);
  }
  await ann.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`in a ${colorScheme} room text can be read`, async ({ people }) => {
    const ann = await people.invite("Ann", { colorScheme });
    for (const path of ["/", "/pair", "/people", "/room/readable", "/room/-unreadable"]) {
      await ann.page.goto(server.url + path);
      const { ratio, background } = await textContrast(ann.page.getByRole("heading", { level: 1 }));
      expect(ratio, `contrast at ${path}`).toBeGreaterThan(7);
      if (colorScheme === "dark") expect(background, `brightness at ${path}`).toBeLessThan(0.1);
      else expect(background, `brightness at ${path}`).toBeGreaterThan(0.7);
    }
    const ben = await people.join(`${server.url}/room/readable`, "Ben", { colorScheme });
    await ben.page.getByRole("button", { name: "Turn camera off" }).click();
    await expect(ben.page.getByRole("timer", { name: "Time in the call" })).toBeVisible();
    const { ratio } = await textContrast(ben.page.getByText("readable", { exact: true }));
    expect(ratio, "contrast in the call").toBeGreaterThan(7);
    await expect(tileOf(ben, { name: "You" })).toHaveAttribute("data-camera", "off");
  });
}
