import { chromium, expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { expectMoving } from "./lib/expect-moving.ts";
import { expectStill } from "./lib/expect-still.ts";
import { expectTogether } from "./lib/expect-together.ts";
import { createFarNetwork, type FarNetwork } from "./lib/far-network.ts";
import { launchOptions } from "./lib/launch-options.ts";
import { reconnectingBanner } from "./lib/reconnecting-banner.ts";
import { test as base } from "./lib/test.ts";
import { tileOf } from "./lib/tiles.ts";
import { watchTiles } from "./lib/watch-tiles.ts";

const server = serverForThisFile({ HOST: "0.0.0.0" });

const outageMs = 5000;
const recoveryMs = 5000;

const test = base.extend<{ network: FarNetwork }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  network: async ({}, use, testInfo) => {
    const made = await createFarNetwork().catch((error: Error) => error);
    if (made instanceof Error && process.env.CI) throw made;
    if (made instanceof Error) return testInfo.skip(true, `Network namespaces can't be made here: ${made.message}`);
    try {
      await use(made);
    } finally {
      await made.remove();
    }
  },
});

test("someone who loses the network for five seconds has media again within five, in the same seat", async ({
  people,
  network,
}) => {
  const farUrl = server.url.replace("127.0.0.1", network.hostAddress);
  const { executablePath, args } = launchOptions.devicesAndConsent;
  const browser = await chromium.launch({
    executablePath: await network.launcher(executablePath),
    // Cameras are for secure pages; https would need a certificate and change nothing here.
    args: [...args, `--unsafely-treat-insecure-origin-as-secure=${farUrl}`],
  });
  try {
    const ann = await people.join(`${server.url}/room/outage`, "Ann");
    const ben = await people.join(`${farUrl}/room/outage`, "Ben", { browser });
    await expectTogether(ann, ben);
    const annsTiles = await watchTiles(ann);
    const bensTiles = await watchTiles(ben);

    const lost = performance.now();
    await network.unplug();
    await expect(reconnectingBanner(ben)).toBeVisible();
    await Promise.all([expectStill(tileOf(ann, ben)), expectStill(tileOf(ben, ann))]);
    await expect.poll(() => performance.now() - lost, { intervals: [20] }).toBeGreaterThan(outageMs);
    await network.plug();
    const back = performance.now();
    const recover = async (who: string, seen: Promise<void>) => {
      await seen;
      const description = `${((performance.now() - back) / 1000).toFixed(2)} s`;
      test.info().annotations.push({ type: `${who} sees media again after`, description });
    };
    await Promise.all([
      recover("Ann", expectMoving(tileOf(ann, ben), recoveryMs)),
      recover("Ben", expectMoving(tileOf(ben, ann), recoveryMs)),
    ]);
    await expect(reconnectingBanner(ben)).toBeHidden();
    await expectTogether(ann, ben);
    expect(await annsTiles()).toEqual({ fewest: 2, most: 2 });
    expect(await bensTiles()).toEqual({ fewest: 2, most: 2 });
  } finally {
    await browser.close();
  }
});
