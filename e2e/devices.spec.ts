import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { test } from "./lib/test.ts";

const server = serverForThisFile();

test("a microphone that can't be opened is named, the old one stays, and only a good choice is remembered", async ({
  people,
}) => {
  const ann = await people.invite("Ann");
  await ann.page.goto(`${server.url}/room/devices`);
  const microphones = ann.page.getByRole("combobox", { name: "Microphone" });
  await expect(microphones.getByRole("option", { name: "Fake Audio Input 1" })).toBeAttached();
  const before = await microphones.inputValue();
  const idOf = (name: string) => microphones.getByRole("option", { name }).getAttribute("value");
  const remembered = () => ann.page.evaluate(() => localStorage.getItem("chamcall.preferences") ?? "");
  const busy = await idOf("Fake Audio Input 1");
  const good = await idOf("Fake Audio Input 2");
  await ann.page.evaluate((deviceId) => {
    const devices = navigator.mediaDevices;
    const getUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (wanted) =>
      JSON.stringify(wanted).includes(String(deviceId))
        ? Promise.reject(new DOMException("Could not start it.", "NotReadableError"))
        : getUserMedia(wanted);
  }, busy);

  await microphones.selectOption({ value: String(busy) });
  await expect(ann.page.getByText("Another app is using Fake Audio Input 1.")).toBeVisible();
  await expect(microphones).toHaveValue(before);
  expect(await remembered()).not.toContain(String(busy));

  await microphones.selectOption({ value: String(good) });
  await expect(microphones).toHaveValue(String(good));
  await expect.poll(remembered).toContain(String(good));
});
