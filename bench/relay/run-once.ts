import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { busyShare } from "../lib/busy-share.ts";
import { onCore } from "../lib/cores.ts";
import type { CpuSample } from "../lib/cpu-sample.ts";
import type { contenders } from "./contenders.ts";
import type { GeneratorReport } from "./generator-report.ts";

/** One run of one contender. */
export interface RunResult {
  /** Messages that arrived at the peer, a second. */
  rate: number;
  /** Microseconds of processor time of the server per such message. */
  cpuPerMessage: number;
  /** Shares of a core. */
  serverBusy: number;
  generatorBusy: number;
  charactersPerMessage: number;
}

interface Mark {
  arrived: number;
  generator: CpuSample;
  server: CpuSample;
}

/** Starts the server and the load, each in its own process, and ends both. Throws unless every message arrived in order. */
export async function runOnce({ wire, start }: (typeof contenders)[number]): Promise<RunResult> {
  const server = await start("server");
  try {
    const script = join(import.meta.dirname, "generator.ts");
    const [command, args] = onCore("generator", process.execPath, [script, wire, server.url]);
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const marks: Promise<Mark>[] = [];
    let charactersPerMessage = Number.NaN;
    child.on("message", (report: GeneratorReport) => {
      if (report.type === "verified") charactersPerMessage = report.charactersPerMessage;
      else marks.push(server.cpu().then((cpu) => ({ arrived: report.arrived, generator: report.cpu, server: cpu })));
    });
    const [code] = await once(child, "close");
    const [from, to] = await Promise.all(marks);
    if (code !== 0 || !from || !to) throw new Error(`the load on ${wire} failed`);

    const serverBusy = busyShare(from.server, to.server);
    const rate = ((to.arrived - from.arrived) / (to.generator.at - from.generator.at)) * 1e6;
    return {
      rate,
      cpuPerMessage: (serverBusy * 1e6) / rate,
      serverBusy,
      generatorBusy: busyShare(from.generator, to.generator),
      charactersPerMessage,
    };
  } finally {
    await server.stop();
  }
}
