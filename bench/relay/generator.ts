import { takeCpuSample } from "../lib/cpu-sample.ts";
import type { GeneratorReport } from "./generator-report.ts";
import { fillRooms } from "./load/fill-rooms.ts";
import { Load } from "./load/load.ts";
import { plan } from "./plan.ts";
import { type WireName, wires } from "./wires/index.ts";

// Arguments: wire, URL. A process of its own, so that it and the server have a core each.

const [name, url] = process.argv.slice(2) as [WireName, string];
const tell = (report: GeneratorReport) => process.send?.(report);
process.once("disconnect", () => process.exit());
setTimeout(() => {
  throw new Error(`The load on ${name} was not done within ${plan.limitMs / 1000} s.`);
}, plan.limitMs).unref();

const wire = wires[name];
const load = new Load(wire, await fillRooms(wire, url, plan.rooms));
load.start(plan.window);
await load.reach(plan.warmUpMessages);
tell({ type: "began", arrived: load.arrived, cpu: takeCpuSample() });
await load.reach(plan.warmUpMessages + plan.measuredMessages);
tell({ type: "ended", arrived: load.arrived, cpu: takeCpuSample() });
await load.settle();
tell({ type: "verified", charactersPerMessage: load.charactersPerMessage });
process.disconnect();
