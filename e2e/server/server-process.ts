import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const startLimitMs = 20_000;
const stopLimitMs = 15_000;

/** A running server, a process of its own as an operator would have it. */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** What it wrote so far, both streams. */
  output(): string;
  /** SIGTERM and the wait for its end; SIGKILL when it takes longer than 15 s. Resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/**
 * Starts the real server and waits until it says where it listens.
 * @param env on top of this process's environment
 * @throws when it ends before, or says nothing for 20 s; the message holds what it wrote
 */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  // Playwright runs on the Node of node_modules, which is the server's too.
  const child = spawn(process.execPath, ["server/src/main.ts"], { cwd: root, env: { ...process.env, ...env } });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = once(child, "close");

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    const killer = setTimeout(() => child.kill("SIGKILL"), stopLimitMs);
    await ended;
    clearTimeout(killer);
  };
  try {
    return {
      port: await listeningPort(child, () => output),
      pid: child.pid ?? 0,
      output: () => output,
      stop: async () => {
        await end("SIGTERM");
        return child.exitCode;
      },
      kill: () => end("SIGKILL"),
    };
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
}

function listeningPort(child: ChildProcessWithoutNullStreams, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const port = /http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/.exec(output())?.[1];
      if (port) settle(() => resolve(Number(port)));
    };
    const fail = (reason: string) => settle(() => reject(new Error(`The server ${reason}. It wrote:\n${output()}`)));
    const onClose = (code: number | null) => fail(`ended with exit code ${code} before it listened`);
    const limit = setTimeout(() => fail(`did not listen within ${startLimitMs / 1000} s`), startLimitMs);
    const settle = (done: () => void) => {
      clearTimeout(limit);
      child.stdout.off("data", look);
      child.stderr.off("data", look);
      child.off("close", onClose);
      done();
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.once("error", (error) => fail(`could not be started: ${error.message}`));
    child.once("close", onClose);
  });
}
