import { install } from "./lib/install.mjs";
import { main } from "./lib/main.mjs";
import { node, toolEnv } from "./lib/node.mjs";
import { run } from "./lib/run.mjs";

// `npm run chamcall -- …`: manages apps from the shell; `npm run chamcall -- help` says how.
await main(async () => {
  await install();
  const { code } = await run(node(), ["server/src/cli.ts", ...process.argv.slice(2)], { env: toolEnv() });
  return code;
});
