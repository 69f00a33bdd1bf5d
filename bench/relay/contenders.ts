import type { Core } from "../lib/cores.ts";
import type { ServerProcess } from "../lib/server-process.ts";
import { startBare } from "../lib/start-bare.ts";
import { startBareWs } from "../lib/start-bare-ws.ts";
import { startChamCall } from "../lib/start-chamcall.ts";
import type { WireName } from "./wires/index.ts";

/** One that is measured: a server, and the wire that the load speaks to it. */
export interface Contender {
  wire: WireName;
  /** The one that does the same job with the least; itself for those. */
  floor: WireName;
  start: (core: Core) => Promise<ServerProcess>;
}

/** In the order of a round: each floor right before what is compared with it. */
export const contenders: readonly Contender[] = [
  { wire: "bare", floor: "bare", start: startBare },
  { wire: "tenant", floor: "bare", start: startChamCall },
  { wire: "rooms", floor: "bare", start: startChamCall },
  { wire: "tenant+ack", floor: "bare", start: startChamCall },
  { wire: "bare ICE", floor: "bare ICE", start: startBare },
  { wire: "direct", floor: "bare ICE", start: startChamCall },
  { wire: "bare ws", floor: "bare ws", start: startBareWs },
  { wire: "pairing", floor: "bare ws", start: startChamCall },
];
