import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { expectMoving } from "./lib/expect-moving.ts";
import type { Person } from "./lib/person.ts";
import { test } from "./lib/test.ts";
import { ownTile, tileOf, tiles } from "./lib/tiles.ts";

const server = serverForThisFile();

/** The code on the page, as it is shown: `K7QM-3XWP`. */
async function shownCode({ page }: Person): Promise<string> {
  const code = page.getByTestId("pair-code").locator("[aria-hidden]");
  await expect(code).toHaveText(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  return (await code.textContent()) ?? "";
}

async function offerCode(person: Person): Promise<string> {
  await person.page.goto(`${server.url}/pair`);
  return shownCode(person);
}

/** Both are in the same room without having been asked anything, and see each other. */
async function expectPaired(one: Person, other: Person): Promise<void> {
  await expect(one.page).toHaveURL(/\/room\/[^/]+$/);
  await expect(other.page).toHaveURL(one.page.url());
  for (const person of [one, other]) {
    await expect(tiles(person)).toHaveCount(2);
    // Neither has said a name: they go by what they are.
    await expectMoving(tileOf(person, { name: "Computer" }));
  }
}

test("two devices are paired by a typed code and see each other; one leaves and comes back", async ({ people }) => {
  const laptop = await people.invite("Laptop");
  const phone = await people.invite("Phone");
  await laptop.page.goto(server.url);
  await laptop.page.getByRole("link", { name: "Pair devices" }).click();
  const code = await shownCode(laptop);
  await expect(laptop.page.getByRole("timer", { name: "Time left" })).toHaveText(/^(5:00|4:\d\d)$/);

  await phone.page.goto(`${server.url}/pair`);
  const field = phone.page.getByLabel("Code from the other device");
  // As people type it; the eighth character sends it.
  await field.pressSequentially(` ${code.toLowerCase().replace("-", " ")}`);
  await expectPaired(laptop, phone);
  for (const { page } of [laptop, phone]) {
    await expect(page.getByRole("button", { name: "Copy link" })).toHaveCount(0);
    await expect(page).toHaveTitle("Paired devices – ChamCall");
  }

  await phone.page.reload();
  await expectPaired(laptop, phone);

  await phone.page.getByRole("button", { name: "Leave call" }).click();
  await expect(laptop.page.getByRole("heading", { name: "The other device has left" })).toBeVisible();
  await phone.page.getByRole("button", { name: "Rejoin" }).click();
  await expectPaired(laptop, phone);

  await phone.page.getByRole("button", { name: "Leave call" }).click();
  await phone.page.getByRole("link", { name: "Back to home" }).click();
  await expect(phone.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(phone.page.getByRole("region", { name: "Recent rooms" })).toHaveCount(0);
});

test("two devices are paired by the link of the QR code, which leaves no code in the address bar", async ({
  people,
}) => {
  const laptop = await people.invite("Laptop");
  const phone = await people.invite("Phone");
  const code = await offerCode(laptop);
  await expect(laptop.page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await laptop.page.getByRole("button", { name: "Copy link" }).click();
  await expect(laptop.page.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = await laptop.page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${server.url}/pair#${code.replace("-", "")}`);

  await phone.page.goto(link);
  await expectPaired(laptop, phone);
  await expect(ownTile(phone)).toBeVisible();

  // Accepted once: the link is of no more use, and says so.
  const late = await people.invite("Late");
  await late.page.goto(link);
  await expect(late.page.getByRole("alert")).toHaveText(/^That code isn’t right, or it has expired\./);
  await expect(late.page).toHaveURL(`${server.url}/pair`);
  await expect(late.page.getByLabel("Code from the other device")).toHaveValue(code);
  await expect(tiles(late)).toHaveCount(0);
});

test("a wrong code, a used one and what can't be a code are told apart; a link is understood too", async ({
  people,
}) => {
  const laptop = await people.invite("Laptop");
  const phone = await people.invite("Phone");
  await phone.page.goto(`${server.url}/pair`);
  const field = phone.page.getByLabel("Code from the other device");
  const alert = phone.page.getByRole("alert");
  await field.fill("oil0-0000");
  await expect(alert).toHaveText("That code isn’t right, or it has expired. Check it on the other device.");
  await expect(field).toHaveValue("0110-0000");
  await field.fill("UUUU-UUUU");
  await expect(alert).toHaveText(/^A code has eight letters and digits/);
  await field.fill("K7");
  await expect(alert).toBeHidden();
  await phone.page.getByRole("button", { name: "Connect" }).click();
  await expect(alert).toHaveText(/^A code has eight letters and digits/);

  // It doesn't ask after its code while someone else takes it.
  await laptop.page.route("**/api/rooms/check", (route) => route.fulfill({ status: 204 }));
  const code = await offerCode(laptop);
  await phone.page.request.post(`${server.url}/api/rooms/accept`, {
    data: { joinid: code.replace("-", ""), client2: "somebody-else" },
  });
  await field.fill(`${server.url}/pair#${code.replace("-", "")}`);
  await expect(alert).toHaveText("Someone has used this code already. Make a new one on the other device.");
  await expect(field).toHaveValue(code);
});

test("whoever shows a code is told when it expires, when the server is away, and when there were too many tries", async ({
  people,
}) => {
  const { page } = await people.invite("Laptop");
  await page.route("**/health", (route) => route.abort());
  await page.goto(`${server.url}/pair`);
  await expect(page.getByRole("heading", { name: "There’s no code right now" })).toBeVisible();
  await expect(page.getByText("The server doesn’t answer.")).toBeVisible();
  await page.unroute("**/health");

  // A device whose clock is a day off: what counts is the server's.
  await page.clock.install({ time: Date.now() + 86_400_000 });
  const asked = page.waitForRequest("**/api/rooms");
  await page.getByRole("button", { name: "Try again" }).click();
  const { exp } = (await asked).postDataJSON();
  expect(Math.abs(Date.parse(exp) - Date.now() - 300_000)).toBeLessThan(10_000);
  await expect(page.getByTestId("pair-code")).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}/);

  await page.route("**/api/rooms/check", (route) => route.abort());
  await page.clock.runFor(2000);
  await expect(page.getByText("The server doesn’t answer. Trying again…")).toBeVisible();
  await page.unroute("**/api/rooms/check");

  const before = await page.getByTestId("pair-code").textContent();
  await page.clock.fastForward(300_000);
  await expect(page.getByRole("heading", { name: "This code has expired" })).toBeVisible();
  await page.getByRole("button", { name: "New code" }).click();
  await expect(page.getByTestId("pair-code")).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(await page.getByTestId("pair-code").textContent()).not.toBe(before);

  await page.route("**/api/rooms/accept", (route) =>
    route.fulfill({ status: 429, headers: { "retry-after": "7" }, json: { error: "rate_limited" } }),
  );
  await page.getByLabel("Code from the other device").fill("K7QM-3XWP");
  await expect(page.getByRole("alert")).toHaveText(/^There were many tries/);
  await expect(page.getByRole("button", { name: /^Try again in [67] s$/ })).toBeDisabled();
  await page.clock.runFor(8000);
  await expect(page.getByRole("button", { name: "Connect" })).toBeEnabled();
});
