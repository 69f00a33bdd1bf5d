import { join } from "node:path";
import { importRule } from "./lib/import-rule/import-rule.mjs";
import { install } from "./lib/install.mjs";
import { lockfileProblems } from "./lib/lockfile-problems.mjs";
import { main } from "./lib/main.mjs";
import { node, toolEnv } from "./lib/node.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { say } from "./lib/say.mjs";
import { typedFolders } from "./lib/workspaces.mjs";

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<boolean> | boolean} passes says what is wrong itself
 */

/** @returns {Step[]} */
function steps() {
  return [
    { name: "format and lint", passes: () => tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".") },
    { name: "the import rule", passes: importRuleHolds },
    ...typedFolders().map((folder) => ({
      name: `types of ${folder}`,
      passes: () => tool("typescript/bin/tsc", "-p", folder),
    })),
    { name: "AsyncAPI document is valid and current", passes: asyncApiHolds },
    { name: "OpenAPI document is current", passes: openApiHolds },
    { name: "dead code", passes: () => tool("knip/bin/knip.js") },
    { name: "lockfile names no host and agrees", passes: lockfileIsSound },
  ];
}

/** @param {string} file under node_modules @param {string[]} args */
async function tool(file, ...args) {
  const { code } = await run(node(), [join(root, "node_modules", file), ...args], { env: toolEnv() });
  return code === 0;
}

function importRuleHolds() {
  const violations = importRule(root);
  for (const { file, line, problem } of violations) say(`${file}:${line}  ${problem}`);
  return violations.length === 0;
}

async function asyncApiHolds() {
  const { code } = await run(node(), [join(root, "scripts", "asyncapi.mjs"), "--check"]);
  return code === 0;
}

async function openApiHolds() {
  const { code } = await run(node(), [join(root, "scripts", "openapi.mjs"), "--check"]);
  return code === 0;
}

function lockfileIsSound() {
  const problems = lockfileProblems(root);
  for (const problem of problems) say(problem);
  return problems.length === 0;
}

// `npm run check`: every step is run, whatever the others say.
await main(async () => {
  await install();
  const failed = [];
  for (const { name, passes } of steps()) {
    const startedAt = performance.now();
    const passed = await passes();
    say(`${passed ? "ok    " : "FAILED"}  ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    if (!passed) failed.push(name);
  }
  say(failed.length > 0 ? `\nFailed: ${failed.join(", ")}.` : "\nAll checks passed.");
  return failed.length > 0 ? 1 : 0;
});
