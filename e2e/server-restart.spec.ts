import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { expectHeard } from "./lib/expect-heard.ts";
import { expectMoving } from "./lib/expect-moving.ts";
import { expectTogether } from "./lib/expect-together.ts";
import { reconnectingBanner } from "./lib/reconnecting-banner.ts";
import { test } from "./lib/test.ts";
import { tileOf, tiles } from "./lib/tiles.ts";
import { watchTiles } from "./lib/watch-tiles.ts";

const server = serverForThisFile();

for (const { how, end } of [
  { how: "restarted", end: () => server.stop() },
  { how: "killed and started again", end: () => server.kill() },
]) {
  test(`a call goes on while the server is ${how}, and signaling resumes`, async ({ people }) => {
    const room = `${server.url}/room/${how.replaceAll(" ", "-")}`;
    const ann = await people.join(room, "Ann");
    const ben = await people.join(room, "Ben");
    await expectTogether(ann, ben);
    const annsTiles = await watchTiles(ann);
    const bensTiles = await watchTiles(ben);

    await end();
    for (const [viewer, other] of [
      [ann, ben],
      [ben, ann],
    ] as const) {
      await expect(reconnectingBanner(viewer)).toBeVisible();
      await expect(viewer.page.getByRole("status").filter({ hasText: "reconnecting…" }), "it is spoken").toHaveCount(1);
      await expectMoving(tileOf(viewer, other));
      await expectHeard(tileOf(viewer, other));
      await expect(reconnectingBanner(viewer), "the server was away all the while").toBeVisible();
    }

    await server.start();
    await expect(reconnectingBanner(ann)).toBeHidden();
    await expect(reconnectingBanner(ben)).toBeHidden();
    await expectTogether(ann, ben);
    expect(await annsTiles()).toEqual({ fewest: 2, most: 2 });
    expect(await bensTiles()).toEqual({ fewest: 2, most: 2 });
    for (const { page } of [ann, ben]) {
      const peers = await page.evaluate(() => window.chamcallHooks.peers.length);
      expect(peers, "the media path of before is still in use").toBe(1);
    }

    await ben.page.getByRole("button", { name: "Turn microphone off" }).click();
    await expect(tileOf(ann, ben)).toHaveAttribute("data-mic", "off");
    await ben.page.getByRole("button", { name: "Leave call" }).click();
    await expect(tiles(ann)).toHaveCount(1);
  });
}
