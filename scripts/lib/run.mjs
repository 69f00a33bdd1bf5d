import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./paths.mjs";

const graceMs = 15_000;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the root of the repository
 * @property {NodeJS.ProcessEnv} [env] default: this process's
 * @property {boolean} [quiet] keep the output back; it is in the result
 * @property {number} [limitMs] end the command when it takes longer
 * @property {AbortSignal} [signal] end the command when it aborts
 *
 * @typedef {object} RunResult
 * @property {number} code the exit code; 128 + n after signal n, 124 when it took too long
 * @property {string} output what it wrote, when `quiet`
 */

/**
 * Runs a command to its end and passes SIGINT, SIGTERM and SIGHUP on to it; what has not ended 15 s later is killed.
 * Rejects only when the command cannot be started at all.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd = root, env = process.env, quiet = false, limitMs, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit" });
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);

    let tookTooLong = false;
    /** @type {NodeJS.Timeout | undefined} */
    let killer;
    const end = (/** @type {NodeJS.Signals} */ name) => {
      child.kill(name);
      killer ??= setTimeout(() => child.kill("SIGKILL"), graceMs);
    };
    const abort = () => end("SIGTERM");
    const limit =
      limitMs &&
      setTimeout(() => {
        tookTooLong = true;
        abort();
      }, limitMs);
    const stopForwarding = forwardSignals(end);
    signal?.addEventListener("abort", abort);

    const release = () => {
      if (limit) clearTimeout(limit);
      clearTimeout(killer);
      stopForwarding();
      signal?.removeEventListener("abort", abort);
    };
    child.once("error", (error) => {
      release();
      reject(error);
    });
    child.once("close", (code, killedBy) => {
      release();
      const codeOfSignal = killedBy ? 128 + (constants.signals[killedBy] ?? 0) : 1;
      resolve({ code: tookTooLong ? 124 : (code ?? codeOfSignal), output });
    });
  });
}

/**
 * Ctrl-C reaches this process twice, from the terminal and through npm; the child must see a repeat only when a person
 * pressed it again. A signal sent to npm alone ends the shell between npm and this process, which never hears of it
 * but finds itself with another parent.
 * @param {(name: NodeJS.Signals) => void} end
 * @returns {() => void} stops forwarding
 */
function forwardSignals(end) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  let lastAt = Number.NEGATIVE_INFINITY;
  const forward = (/** @type {NodeJS.Signals} */ name) => {
    const now = performance.now();
    if (now - lastAt > 500) end(name);
    lastAt = now;
  };
  for (const name of signals) process.on(name, forward);

  const parent = process.ppid;
  const isOrphaned = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
  const parentWatch = setInterval(() => {
    if (!isOrphaned()) return;
    clearInterval(parentWatch);
    forward("SIGTERM");
  }, 250);
  return () => {
    clearInterval(parentWatch);
    for (const name of signals) process.off(name, forward);
  };
}
