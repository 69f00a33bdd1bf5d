import type { Browser, Page } from "@playwright/test";
import type { Phase } from "./pages/phases.ts";
import type { Side } from "./side.ts";

const limitMs = 20_000;

/** Milliseconds from the newcomer's call of join. */
export interface RunResult {
  /** Until the newcomer sees the one who was there. */
  newcomer: number;
  /** Until the one who was there sees the newcomer. */
  host: number;
  phases: Partial<Record<Phase, number>>;
}

/** A fresh room: someone is in it with media running, a newcomer's page is loaded, then it joins. */
export async function runOnce(browser: Browser, side: Side, roomId: string): Promise<RunResult> {
  const host = await open(browser, side);
  const newcomer = await open(browser, side);
  try {
    const [seen, sees] = await within(limitMs, async () => {
      await host.evaluate((room) => bench.join(room), roomId);
      await newcomer.evaluate((room) => bench.join(room), roomId);
      return Promise.all([host.evaluate(() => bench.timeline()), newcomer.evaluate(() => bench.timeline())]);
    });
    const since = (moment: number) => moment - sees.joinedAt;
    const phases = Object.entries(sees.phases).map(([phase, moment]) => [phase, since(moment)] as const);
    return {
      newcomer: since(sees.firstFrameAt),
      host: since(seen.firstFrameAt),
      phases: Object.fromEntries(phases),
    };
  } finally {
    await Promise.all([host.context().close(), newcomer.context().close()]);
  }
}

/** Contexts of their own, as two people would have. */
async function open(browser: Browser, { address, script }: Side): Promise<Page> {
  const context = await browser.newContext({ permissions: ["camera", "microphone"] });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(address);
  await page.evaluate(script);
  return page;
}

async function within<T>(ms: number, task: () => Promise<T>): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error(`no remote frame within ${ms / 1000} s`)), ms);
  try {
    return await Promise.race([task(), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
