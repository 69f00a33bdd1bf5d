import { install } from "./lib/install.mjs";
import { main } from "./lib/main.mjs";
import { node, toolEnv } from "./lib/node.mjs";
import { run } from "./lib/run.mjs";

// `npm run db:init`: makes the embedded database, or brings it up to date. `npm start` does the same by itself.
await main(async () => {
  await install();
  const { code } = await run(node(), ["server/src/db-init.ts"], { env: toolEnv() });
  return code;
});
