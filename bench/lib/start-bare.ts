import type { Core } from "./cores.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** What ChamCall is compared with: the least a Socket.IO relay can be. */
export function startBare(core?: Core): Promise<ServerProcess> {
  return startServer({ script: "bench/bare/server.ts", ...(core && { core }) });
}
