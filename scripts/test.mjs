import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findCommand } from "./lib/find-command.mjs";
import { install } from "./lib/install.mjs";
import { installSystemPackages } from "./lib/install-system-packages.mjs";
import { main } from "./lib/main.mjs";
import { root } from "./lib/paths.mjs";
import { Problem } from "./lib/problem.mjs";
import { runE2e, runUnit } from "./lib/run-tests.mjs";
import { say } from "./lib/say.mjs";
import { systemPackages } from "./lib/system-packages.mjs";
import { closingLine, sum } from "./lib/tally.mjs";
import { buildWeb } from "./lib/web-build.mjs";

const oneSkipped = { passed: 0, failed: 0, skipped: 1 };
const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/** `npm test [-- unit|e2e [filter …]]`: installs what the tests need and runs them; the last line it prints is the count. */
async function test() {
  const [part, ...filters] = process.argv.slice(2);
  if (part !== undefined && part !== "unit" && part !== "e2e")
    throw new Problem("Usage: npm test [-- unit|e2e [filter …]]");
  const parts = (part ? [part] : ["unit", "e2e"]).filter((name) => name !== "e2e" || hasJourneys());

  await install();
  const missing = await installSystemPackages(parts);
  for (const one of missing) say(`${one.package} is not on this machine: ${one.why}.`);

  const tallies = [];
  for (const name of parts) {
    const lacks = missing.filter((one) => one.part === name).map((one) => one.package);
    if (lacks.length > 0) tallies.push(cannotRun(name, `it needs ${lacks.join(", ")}`));
    else tallies.push(await runPart(name, filters));
  }
  return sum(tallies);
}

/** @param {string} name @param {readonly string[]} filters */
async function runPart(name, filters) {
  // The server's tests look at the pages that it serves, too.
  try {
    await buildWeb();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return oneFailed;
  }
  if (name === "unit") return runUnit(filters);
  const browser = systemPackages.find((one) => one.package === "chromium");
  const chromium = browser && findCommand(browser.commands);
  return chromium ? runE2e(filters, chromium) : cannotRun(name, "it needs chromium");
}

/**
 * A part that cannot run on this machine is named and counted; where the machine is ours to set up, it is a failure.
 * @param {string} name @param {string} reason
 */
function cannotRun(name, reason) {
  const isFailure = process.env.CI === "true" || process.env.CI === "1";
  say(`${isFailure ? "Failed" : "Skipped"}: the ${name} tests cannot run on this machine, ${reason}.`);
  return isFailure ? oneFailed : oneSkipped;
}

function hasJourneys() {
  const e2e = join(root, "e2e");
  if (!existsSync(e2e)) return false;
  const files = readdirSync(e2e, { recursive: true }).map(String);
  return files.some((file) => file.endsWith(".spec.ts") && !file.includes("node_modules"));
}

/** Whatever happens, the count is the last line: what could not even begin is one failure. */
async function testOrFail() {
  try {
    return await test();
  } catch (error) {
    say(error instanceof Problem ? error.message : String(error instanceof Error ? error.stack : error));
    return oneFailed;
  }
}

await main(async () => {
  const total = await testOrFail();
  process.stdout.write(`${closingLine(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
