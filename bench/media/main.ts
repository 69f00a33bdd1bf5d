import { rounds } from "../lib/rounds.ts";
import { startBare } from "../lib/start-bare.ts";
import { startChamCall } from "../lib/start-chamcall.ts";
import { bundle } from "./bundle.ts";
import { launchBrowser } from "./launch-browser.ts";
import { report } from "./report.ts";
import { type RunResult, runOnce } from "./run-once.ts";
import type { Side } from "./side.ts";

const results: Record<Side["name"], RunResult[]> = { bare: [], chamcall: [] };

console.log(`From join to the first remote frame, 320×180 fake cameras; the two sides take turns.`);
await measure();
console.log(report(results));

async function measure(): Promise<void> {
  const servers = [await startBare(), await startChamCall()];
  const browser = await launchBrowser();
  try {
    const [bareServer, chamCallServer] = servers;
    const sides: Side[] = [
      { name: "bare", address: `${bareServer?.url}/`, script: await bundle("bare") },
      { name: "chamcall", address: `${chamCallServer?.url}/health`, script: await bundle("sdk") },
    ];
    // The first calls of a browser start its capture and codecs.
    for (const side of sides) await runOnce(browser, side, "warm-up");
    for (const round of rounds(9)) {
      // Who goes first changes, so that neither always follows the other.
      for (const side of round % 2 === 0 ? sides.toReversed() : sides) {
        const result = await runOnce(browser, side, `round-${round}`);
        results[side.name].push(result);
        console.log(`round ${round}  ${side.name.padEnd(8)}  ${result.newcomer.toFixed(0)} ms`);
      }
    }
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.stop()));
  }
}
