import { defineConfig } from "@playwright/test";
import { launchOptions } from "./lib/launch-options.ts";

/** One worker: a call is several pages that encode and decode video, and they should meet no others while they are timed. */
export default defineConfig({
  testDir: ".",
  // The pictures of the README are made on demand: SCREENSHOTS=1 makes them instead of running the journeys.
  ...(process.env.SCREENSHOTS ? { testMatch: "screenshots/*.spec.ts" } : { testIgnore: "screenshots/**" }),
  outputDir: "../test-results",
  forbidOnly: true,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 35 * 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    permissions: ["camera", "microphone"],
    // The trace's film of the pages would cost more than their calls.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: launchOptions.devicesAndConsent,
  },
});
