import type { Core } from "../lib/cores.ts";
import type { ServerProcess } from "../lib/server-process.ts";
import { startBare } from "../lib/start-bare.ts";
import { startChamCall } from "../lib/start-chamcall.ts";
import type { WireName } from "./wires/index.ts";

/** One that is measured: a server, and the wire that the load speaks to it. */
interface Contender {
  wire: WireName;
  start: (core: Core) => Promise<ServerProcess>;
}

/** In the order of a round. */
export const contenders: readonly Contender[] = [
  { wire: "bare", start: startBare },
  { wire: "tenant", start: startChamCall },
  { wire: "rooms", start: startChamCall },
  { wire: "tenant+ack", start: startChamCall },
];
