import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

/** The server as a process of its own, with nothing but what it is given. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it, removes its directory, and returns what it wrote to standard output. */
  stop(): Promise<string>;
}

/** Rejects with what it says where it can't start. */
export async function runServer(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), "chamcall-"));
  const child = spawn(process.execPath, [MAIN], {
    cwd: dataDir,
    env: { PATH: process.env.PATH ?? "", PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stderr.on("data", (chunk: Buffer) => {
    output.stderr += chunk;
  });
  const exited = once(child, "exit");
  const stop = async () => {
    if (child.exitCode === null) child.kill("SIGINT");
    await exited;
    await rm(dataDir, { recursive: true, force: true });
    return output.stdout;
  };
  try {
    return { url: await addressOf(child, output), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** From the banner; goes on collecting what comes after it. */
function addressOf(child: ChildProcess, output: { stdout: string; stderr: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      output.stdout += chunk;
      const url = /Open\s+(http\S+)/.exec(output.stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once("close", () => reject(new Error(output.stderr)));
  });
}
