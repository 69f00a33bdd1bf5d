import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** What Node is given to run the server; the settings in `.env`, if there is one, give way to the environment's. */
export function serverArgs() {
  return [...(existsSync(join(root, ".env")) ? ["--env-file=.env"] : []), "server/src/main.ts"];
}
