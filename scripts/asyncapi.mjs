import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./lib/install.mjs";
import { main } from "./lib/main.mjs";
import { node } from "./lib/node.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { say } from "./lib/say.mjs";

const file = "docs/protocols/native.asyncapi.json";
const isCheck = process.argv.includes("--check");

// `npm run asyncapi` writes the document of the native protocol; with `--check` it only looks whether that is still true.
await main(async () => {
  // The schemas are TypeScript, which the Node that npm runs on may not read.
  if (!process.features.typescript) {
    await install();
    return (await run(node(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)])).code;
  }
  const { nativeDocument } = await import("./lib/asyncapi/native-document.mjs");
  const { documentProblems } = await import("./lib/asyncapi/document-problems.mjs");

  const { version } = JSON.parse(readFileSync(join(root, "protocol/package.json"), "utf8"));
  const document = nativeDocument({ version });
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const problems = documentProblems(document);
  if (!isCheck) writeFileSync(join(root, file), text);
  else if (readText(join(root, file)) !== text) problems.push(`${file} is stale: run npm run asyncapi`);
  for (const problem of problems) say(problem);
  return problems.length > 0 ? 1 : 0;
});

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
