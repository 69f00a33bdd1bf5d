import { type Browser, chromium, expect, test } from "@playwright/test";
import { serverForThisFile } from "../fixtures.ts";
import { callBar } from "../lib/call-bar.ts";
import { comeOnline } from "../lib/come-online.ts";
import { expectMoving } from "../lib/expect-moving.ts";
import { joinFromPreview } from "../lib/join-from-preview.ts";
import { launchOptions } from "../lib/launch-options.ts";
import type { Person } from "../lib/person.ts";
import { incomingCall, outcome, react, ring } from "../lib/ringing.ts";
import { setPassword } from "../lib/set-password.ts";
import { screenOf, tileOf, tiles } from "../lib/tiles.ts";
import { inTheStudio } from "./in-the-studio.ts";
import type { looks } from "./looks.ts";
import { picture } from "./picture.ts";

/** A name that reads well in a picture; it is mapped to the server's own address. */
const host = "calls.example.com";
const origin = `http://${host}`;
const room = `${origin}/room/sunny-mountain-42`;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Those who are not looked at need no large page. */
const aside = { viewport: { width: 760, height: 500 } };

const server = serverForThisFile();
test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 60_000, navigationTimeout: 60_000 });
let browser: Browser;

test.beforeEach(async () => {
  const { executablePath, args } = launchOptions.devicesAndConsent;
  const { port } = new URL(server.url);
  const mapping = `--host-resolver-rules=MAP ${host}:80 127.0.0.1:${port}`;
  const secure = `--unsafely-treat-insecure-origin-as-secure=${origin}`;
  browser = await chromium.launch({ executablePath, args: [...args, mapping, secure] });
});
test.afterEach(() => browser.close());

type Options = Parameters<typeof inTheStudio>[2];

async function join(name: keyof typeof looks, options?: Options): Promise<Person> {
  const person = await inTheStudio(browser, name, options);
  await person.page.goto(room);
  await joinFromPreview(person);
  return person;
}

/** Everyone's picture is there and sharp, and nothing is said that goes away again. */
async function settle(viewer: Person, others: readonly Person[]): Promise<void> {
  for (const other of others) {
    await expectMoving(tileOf(viewer, other), 30_000);
    const width = () =>
      tileOf(viewer, other)
        .locator("video")
        .evaluateAll((videos) =>
          Math.max(...videos.map((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0))),
        );
    await expect.poll(width, { timeout: 30_000 }).toBeGreaterThanOrEqual(640);
  }
  await expect(viewer.page.getByRole("img", { name: /^(Fair|Poor) connection$/ })).toHaveCount(0, { timeout: 60_000 });
  await expect(viewer.page.locator(".toast")).toHaveCount(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  const suffix = colorScheme === "light" ? "" : "-dark";

  test(`before the call, ${colorScheme}`, async () => {
    const amara = await inTheStudio(browser, "Amara", { colorScheme });
    await amara.page.goto(origin);
    await expect(amara.page.getByTestId("room-slug")).toBeVisible();
    await picture(amara.page, `home${suffix}`);
    await amara.page.goto(room);
    await amara.page.getByLabel("Your name").fill("Amara");
    await expectMoving(amara.page.getByTestId("preview"));
    await picture(amara.page, `pre-join${suffix}`);
    await amara.page.goto(`${origin}/pair`);
    await expect(amara.page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
    await picture(amara.page, `pair${suffix}`);

    const pocket = await inTheStudio(browser, "Mei", { ...phone, colorScheme });
    await pocket.page.goto(origin);
    await expect(pocket.page.getByTestId("room-slug")).toBeVisible();
    await picture(pocket.page, `phone-home${suffix}`);
    await pocket.page.goto(`${origin}/pair`);
    await expect(pocket.page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
    await picture(pocket.page, `phone-pair${suffix}`);
  });

  test(`a call of one and two, ${colorScheme}`, async () => {
    const amara = await join("Amara", { colorScheme });
    await expect(amara.page.getByRole("heading", { name: "You’re the first one here" })).toBeVisible();
    await picture(amara.page, `call-1${suffix}`);
    const jonas = await join("Jonas", { ...aside, talking: true });
    await settle(amara, [jonas]);
    await expect(tileOf(amara, jonas)).toHaveAttribute("data-speaking", "true");
    await picture(amara.page, `call-2${suffix}`);
  });

  test(`a call of four, ${colorScheme}`, async () => {
    const cameraWidth = 640;
    // Four films don't compress as one does: a smaller picture keeps the file small.
    const amara = await join("Amara", { viewport: { width: 920, height: 575 }, colorScheme, cameraWidth });
    const jonas = await join("Jonas", { ...aside, cameraWidth, talking: true });
    const leila = await join("Leila", { ...aside, cameraWidth });
    await callBar(leila).getByRole("button", { name: "Turn microphone off" }).click();
    const mei = await join("Mei", { ...aside, cameraWidth });
    await settle(amara, [jonas, leila, mei]);
    await expect(tileOf(amara, jonas)).toHaveAttribute("data-speaking", "true");
    await picture(amara.page, `call-4${suffix}`);
  });
}

test("people, and a call that comes in", async () => {
  const amara = await inTheStudio(browser, "Amara");
  const [jonas, leila, mei] = [
    await inTheStudio(browser, "Jonas", aside),
    await inTheStudio(browser, "Leila", aside),
    await inTheStudio(browser, "Mei", aside),
  ];
  await comeOnline(amara, origin, "Amara Diallo");
  await comeOnline(jonas, origin, "Jonas Weber");
  await comeOnline(leila, origin, "Leila Haddad");
  await comeOnline(mei, origin, "Mei Lin");
  const shown = { jonas: { name: "Jonas Weber" }, leila: { name: "Leila Haddad" }, amara: { name: "Amara Diallo" } };

  // What the list of recent calls tells.
  await ring(amara, shown.jonas, "without");
  await react(jonas, shown.amara, "Decline");
  await expect(outcome(amara)).toBeVisible();
  await ring(amara, shown.leila, "without");
  await react(leila, shown.amara, "Answer");
  await expect(amara.page.getByRole("timer")).toHaveText("0:07");
  await amara.page.getByRole("button", { name: "Leave call" }).click();
  await ring(jonas, shown.amara);
  await expect(incomingCall(amara, shown.jonas)).toBeVisible();
  await jonas.page.getByRole("button", { name: "Cancel call" }).click();
  await outcome(amara).getByRole("button", { name: "Dismiss" }).click();
  // Someone is in a call.
  await ring(mei, shown.leila, "without");
  await expect(amara.page.getByText("In a call")).toHaveCount(2);
  await everyLook(amara, "people");

  await ring(jonas, shown.amara);
  await expect(incomingCall(amara, shown.jonas)).toBeVisible();
  await everyLook(amara, "incoming-call");
});

/** The page in both schemes, large and on a phone. */
async function everyLook({ page }: Person, name: string): Promise<void> {
  for (const [prefix, viewport] of [
    ["", { width: 1280, height: 800 }],
    ["phone-", phone.viewport],
  ] as const) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `${prefix}${name}${colorScheme === "light" ? "" : "-dark"}`);
    }
  }
}

test("a room with a password", async () => {
  // Whoever opens a room first is its host; the other room has been opened before.
  const garden = `${origin}/room/garden-party-17`;
  const amara = await inTheStudio(browser, "Amara");
  await amara.page.goto(garden);
  await joinFromPreview(amara);
  await setPassword(amara, "lanterns", "What we hung up in the garden");
  const jonas = await inTheStudio(browser, "Jonas");
  await jonas.page.goto(garden);
  await jonas.page.getByLabel("Your name").fill("Jonas");
  await expectMoving(jonas.page.getByTestId("preview"));
  await jonas.page.getByLabel("Password", { exact: true }).fill("candles");
  await jonas.page.getByRole("button", { name: "Join now" }).click();
  await expect(jonas.page.getByRole("alert")).toBeVisible();
  await picture(jonas.page, "password");
});

test("a shared screen", async () => {
  const amara = await join("Amara");
  const [jonas, leila] = [await join("Jonas", { ...aside, talking: true }), await join("Leila", aside)];
  await jonas.page.getByRole("button", { name: "Share screen" }).click();
  const screen = screenOf(amara, jonas).locator("video");
  await expect(screen).toHaveJSProperty("videoWidth", 1280, { timeout: 30_000 });
  await settle(amara, [jonas, leila]);
  await picture(amara.page, "screen-share");
});

test("a call on a phone", async () => {
  const leila = await join("Leila", phone);
  const amara = await join("Amara", aside);
  await settle(leila, [amara]);
  await expect(tiles(leila)).toHaveCount(2);
  await picture(leila.page, "phone");
});
