import type { Core } from "./cores.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** The whole ChamCall server as it is delivered; its limits are on, set above what a benchmark sends. */
export function startChamCall(core?: Core): Promise<ServerProcess> {
  return startServer({
    script: "server/src/main.ts",
    env: { HOST: "127.0.0.1", PORT: "0", STUN_URLS: "", JOIN_RATE: "1000000", MESSAGE_RATE: "1000000" },
    ...(core && { core }),
  });
}
