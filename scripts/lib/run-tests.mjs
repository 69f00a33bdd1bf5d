import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { node, toolEnv } from "./node.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";
import { tallyPlaywright, tallyVitest, withExitCode } from "./tally.mjs";

const limitMs = 40 * 60_000;

/**
 * Runs vitest: unit, conformance and contract tests.
 * @param {readonly string[]} filters
 */
export function runUnit(filters) {
  return runAndCount("vitest", tallyVitest, (report) => ({
    args: [
      ...[join(root, "node_modules", "vitest", "vitest.mjs"), "run"],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      ...filters,
    ],
    env: toolEnv(),
  }));
}

/**
 * Runs Playwright: the journeys in a real browser.
 * @param {readonly string[]} filters
 * @param {string} chromium the path of the browser
 */
export function runE2e(filters, chromium) {
  return runAndCount("Playwright", tallyPlaywright, (report) => ({
    args: [
      ...[join(root, "node_modules", "@playwright", "test", "cli.js"), "test"],
      ...["--config", join(root, "e2e", "playwright.config.ts"), "--reporter=list,json"],
      ...filters,
    ],
    env: { ...toolEnv(), CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }));
}

/**
 * @template Report
 * @param {string} name
 * @param {(report: Report) => import("./tally.mjs").Tally} tally
 * @param {(reportFile: string) => {args: string[], env: NodeJS.ProcessEnv}} command
 */
async function runAndCount(name, tally, command) {
  const folder = await mkdtemp(join(tmpdir(), "chamcall-tests-"));
  try {
    const file = join(folder, "report.json");
    const { args, env } = command(file);
    const { code } = await run(node(), args, { env, limitMs });
    const report = await readFile(file, "utf8").catch(() => undefined);
    if (report === undefined) say(`${name} ended with exit code ${code} and no report: counted as a failure.`);
    return withExitCode(report === undefined ? undefined : tally(JSON.parse(report)), code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
