import { join } from "node:path";
import { install } from "./lib/install.mjs";
import { main } from "./lib/main.mjs";
import { node, toolEnv } from "./lib/node.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";

// `npm run dev`: the server, restarted when its sources change, and Vite's dev server in front of it. They end together.
await main(async () => {
  await install();
  const together = new AbortController();
  const options = { env: toolEnv(), signal: together.signal };
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const children = [
    run(node(), ["--watch", "--watch-preserve-output", "server/src/main.ts", ...process.argv.slice(2)], options),
    run(node(), [vite], { ...options, cwd: join(root, "web") }),
  ];
  const first = await Promise.race(children);
  together.abort();
  await Promise.all(children);
  return first.code;
});
