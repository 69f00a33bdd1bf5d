import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { joinFromPreview } from "./lib/join-from-preview.ts";
import { test } from "./lib/test.ts";
import { watchComplaints } from "./lib/watch-complaints.ts";

const server = serverForThisFile();

test("on a fresh server the home page, a room and its call load without a complaint", async ({ people }) => {
  const ann = await people.invite("Ann");
  const complaints = watchComplaints(ann.page);
  await ann.page.goto(server.url);
  await expect(ann.page).toHaveTitle(/ChamCall/);
  await expect(ann.page.getByRole("heading", { level: 1 })).toBeVisible();
  await ann.page.getByLabel("Room name or link").fill("Sunny Mountain");
  await ann.page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(ann.page).toHaveURL(`${server.url}/room/Sunny-Mountain`);
  await joinFromPreview(ann);
  await ann.page.getByRole("button", { name: "Leave call" }).click();
  await ann.page
    .getByRole("link", { name: "Back to home" })
    .or(ann.page.getByRole("button", { name: "Back to home" }))
    .click();
  await expect(ann.page.getByRole("region", { name: "Recent rooms" })).toContainText("Sunny-Mountain");
  expect(complaints).toEqual([]);
});

test("the home page leads to every way in, and none has to be scrolled to", async ({ people }) => {
  const { page } = await people.invite("Ann");
  const complaints = watchComplaints(page);
  await page.goto(server.url);
  const callSomeone = page.getByRole("link", { name: "Call someone" });
  const pairDevices = page.getByRole("link", { name: "Pair devices" });
  for (const way of [
    page.getByRole("region", { name: "Start a call" }),
    page.getByRole("region", { name: "Join a call" }),
    callSomeone,
    pairDevices,
  ]) {
    await expect(way).toBeInViewport({ ratio: 1 });
  }

  await pairDevices.click();
  await expect(page).toHaveURL(`${server.url}/pair`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pair two devices");
  await expect(page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await page.getByRole("link", { name: "ChamCall" }).click();
  await callSomeone.click();
  await expect(page).toHaveURL(`${server.url}/people`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Both are pages of their own, too.
  for (const path of ["/pair", "/people"]) {
    expect((await page.goto(server.url + path))?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test("what isn't a room is said so: in the form, in the address bar, and anywhere else", async ({ people }) => {
  const { page } = await people.invite("Ann");
  await page.goto(server.url);
  await page.getByLabel("Room name or link").fill("?!");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText(/^That isn’t a room\./);
  await page.getByLabel("Room name or link").fill("https://calls.example.com/room/sunny-mountain-42");
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText(/^That room is on calls\.example\.com\./);

  await page.goto(`${server.url}/room/-nope`);
  await expect(page.getByRole("heading", { name: "That isn’t a room’s name" })).toBeVisible();
  await page.goto(`${server.url}/nothing/here`);
  await expect(page.getByRole("heading", { name: "There’s nothing here" })).toBeVisible();
});
