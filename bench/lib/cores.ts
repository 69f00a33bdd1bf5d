import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** Which core a measured process and its load run on; they must not take each other's time. */
export type Core = "server" | "generator";

const numbers: Record<Core, string> = { generator: "0", server: "1" };

/** Whether processes can be kept on a core each: `taskset` is there (Linux) and so are two cores. */
export const canPin = availableParallelism() >= 2 && spawnSync("taskset", ["--version"]).status === 0;

/** Puts `taskset` before a command, where that works; it execs, so that the process id stays the command's. */
export function onCore(core: Core | undefined, command: string, args: readonly string[]): [string, string[]] {
  return canPin && core ? ["taskset", ["--cpu-list", numbers[core], command, ...args]] : [command, [...args]];
}
