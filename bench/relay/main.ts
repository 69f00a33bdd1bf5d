import { canPin } from "../lib/cores.ts";
import { rounds } from "../lib/rounds.ts";
import { contenders } from "./contenders.ts";
import { plan } from "./plan.ts";
import { report } from "./report.ts";
import { type RunResult, runOnce } from "./run-once.ts";
import type { WireName } from "./wires/index.ts";

const results = Object.fromEntries(contenders.map(({ wire }) => [wire, []])) as unknown as Record<
  WireName,
  RunResult[]
>;

console.log(`Relay of offers, answers and candidates (1:1:20) in ${plan.rooms} rooms of 2; the servers take turns.`);
console.log(canPin ? "Pinned: server on core 1, load on core 0." : "Not pinned (no taskset, or one core): less exact.");

for (const round of rounds(5)) {
  for (const contender of contenders) {
    const result = await runOnce(contender);
    results[contender.wire].push(result);
    console.log(`round ${round}  ${contender.wire.padEnd(10)}  ${result.rate.toFixed(0)} messages/s`);
  }
}
console.log(report(results));
