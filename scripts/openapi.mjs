import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./lib/install.mjs";
import { main } from "./lib/main.mjs";
import { node } from "./lib/node.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { say } from "./lib/say.mjs";

const file = "docs/openapi.json";
const isCheck = process.argv.includes("--check");

// `npm run openapi` writes the document of REST v1; with `--check` it only looks whether that is still true.
await main(async () => {
  // The schemas are TypeScript, which the Node that npm runs on may not read.
  if (!process.features.typescript) {
    await install();
    return (await run(node(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)])).code;
  }
  const { v1Document } = await import("./lib/openapi/v1-document.mjs");
  const { version } = JSON.parse(readFileSync(join(root, "protocol/package.json"), "utf8"));
  const text = `${JSON.stringify(v1Document({ version }), null, 2)}\n`;
  if (!isCheck) writeFileSync(join(root, file), text);
  else if (readText(join(root, file)) !== text) {
    say(`${file} is stale: run npm run openapi`);
    return 1;
  }
  return 0;
});

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
