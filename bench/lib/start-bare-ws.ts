import type { Core } from "./cores.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** What the raw WebSocket is compared with: the least a relay of JSON over `ws` can be. */
export function startBareWs(core?: Core): Promise<ServerProcess> {
  return startServer({ script: "bench/bare/ws-server.ts", ...(core && { core }) });
}
