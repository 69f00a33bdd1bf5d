import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { comeOnline } from "./lib/come-online.ts";
import { expectTogether } from "./lib/expect-together.ts";
import type { Person } from "./lib/person.ts";
import { expectInLobby, incomingCall, outcome, react, ring } from "./lib/ringing.ts";
import { sidewaysScroll } from "./lib/sideways-scroll.ts";
import { smallTargets } from "./lib/small-targets.ts";
import { test } from "./lib/test.ts";
import { textContrast } from "./lib/text-contrast.ts";

const server = serverForThisFile();

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function expectFitsFingers({ page }: Person): Promise<void> {
  expect.soft(await smallTargets(page)).toEqual([]);
  expect.soft(await sidewaysScroll(page)).toBe(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`on a phone, ${colorScheme}, people and ringing are in reach of a finger and can be read`, async ({
    people,
  }) => {
    const [ann, ben] = [
      await people.invite(`Ann-${colorScheme}`, { ...phone, colorScheme }),
      await people.invite(`Ben-${colorScheme}`),
    ];
    await ann.page.goto(`${server.url}/people`);
    await expect(ann.page.getByRole("button", { name: "Come online" })).toBeVisible();
    await expectFitsFingers(ann);
    for (const person of [ann, ben]) await comeOnline(person, server.url);
    await expect(ann.page.getByTestId("online-person")).toHaveCount(1);
    await expectFitsFingers(ann);

    await ring(ben, ann);
    await expect(incomingCall(ann, ben)).toBeInViewport({ ratio: 1 });
    await expectFitsFingers(ann);
    for (const text of ["Video call", "is calling you…", "Decline", "Answer without video"]) {
      const { ratio } = await textContrast(incomingCall(ann, ben).getByText(text));
      expect(ratio, `contrast of “${text}”`).toBeGreaterThan(4.5);
    }
    await react(ann, ben, "Answer with video");
    await expectTogether(ann, ben);
    await expectFitsFingers(ann);
    await ann.page.getByRole("button", { name: "Leave call" }).tap();
    await expectInLobby(ann);

    await ring(ben, ann, "without");
    await expect(incomingCall(ann, ben)).toBeVisible();
    await ben.page.getByRole("button", { name: "Cancel call" }).click();
    const missed = outcome(ann).getByText(/^You missed a call/);
    expect((await textContrast(missed)).ratio, "contrast of a missed call").toBeGreaterThan(4.5);
    for (const place of ["Recent calls", "Online now"]) {
      for (const words of await ann.page.getByRole("region", { name: place }).locator("small > span").all()) {
        expect((await textContrast(words)).ratio, `contrast in ${place}`).toBeGreaterThan(4.5);
      }
    }
    await expectFitsFingers(ann);
    await ring(ann, ben, "without");
    await expect(ann.page.getByRole("dialog")).toContainText("Ringing…");
    await expectFitsFingers(ann);
  });
}
