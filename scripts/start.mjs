import { install } from "./lib/install.mjs";
import { main } from "./lib/main.mjs";
import { node, toolEnv } from "./lib/node.mjs";
import { run } from "./lib/run.mjs";
import { buildWeb } from "./lib/web-build.mjs";

// `npm start`: brings the packages and the web app up to date, then serves. Needs nothing but npm and Node 20.
await main(async () => {
  await install();
  await buildWeb();
  const { code } = await run(node(), ["server/src/main.ts", ...process.argv.slice(2)], { env: toolEnv() });
  return code;
});
