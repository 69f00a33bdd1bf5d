import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Core, onCore } from "./cores.ts";
import type { CpuSample } from "./cpu-sample.ts";
import { scratchFolder } from "./scratch-folder.ts";

const root = join(import.meta.dirname, "../..");
const startLimitMs = 20_000;
const stopLimitMs = 5000;

/** Which server, and on which core. */
export interface ServerOptions {
  /** Path from the root of the repository; it prints its `http://127.0.0.1:port`. */
  script: string;
  env?: Record<string, string>;
  core?: Core;
}

/** A server in a process of its own, with an empty folder to work in. */
export interface ServerProcess {
  readonly url: string;
  cpu(): Promise<CpuSample>;
  stop(): Promise<void>;
}

/** Starts it and waits until it listens. Throws what it wrote when it ends before, or says nothing for 20 s. */
export async function startServer({ script, env, core }: ServerOptions): Promise<ServerProcess> {
  const agent = join(import.meta.dirname, "answer-cpu.ts");
  const [command, args] = onCore(core, process.execPath, ["--import", agent, join(root, script)]);
  const child = spawn(command, args, {
    cwd: scratchFolder(),
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const closed = once(child, "close");
  const stop = async () => {
    child.kill("SIGINT");
    const killer = setTimeout(() => child.kill("SIGKILL"), stopLimitMs);
    await closed;
    clearTimeout(killer);
  };
  try {
    const url = await listeningUrl(child);
    return {
      url,
      async cpu() {
        const answer = once(child, "message");
        child.send("cpu");
        const [sample] = (await answer) as [CpuSample];
        return sample;
      },
      stop,
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** Reads on after the URL was found: a full pipe would stop the server. */
function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (reason: string) => reject(new Error(`A server ${reason}. It wrote:\n${output}`));
    const limit = setTimeout(() => fail(`did not listen within ${startLimitMs / 1000} s`), startLimitMs);
    const read = (chunk: Buffer) => {
      if (output.length > 10_000) return;
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url) resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", (cause) => fail(`could not be started: ${cause.message}`));
    child.once("close", (code) => {
      clearTimeout(limit);
      fail(`ended with exit code ${code} before it listened`);
    });
    child.stdout?.on("data", () => clearTimeout(limit));
  });
}
