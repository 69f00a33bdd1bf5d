import { execFile } from "node:child_process";
import { join } from "node:path";

/** How a script of examples/ ended. */
export interface ExampleRun {
  exitCode: number | null;
  lines: string[];
  stderr: string;
}

/** Runs `node examples/<script> <args>` to its end. */
export function runExample(script: string, ...args: string[]): Promise<ExampleRun> {
  const file = join(import.meta.dirname, "../../../examples", script);
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [file, ...args], { timeout: 15_000 }, (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode, lines: stdout.split("\n").filter((line) => line !== ""), stderr });
    });
  });
}
