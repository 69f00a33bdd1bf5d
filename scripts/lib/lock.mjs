import { mkdir, open, readFile, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./paths.mjs";
import { say } from "./say.mjs";

const lock = join(root, ".prepare", "lock");
const heartbeatMs = 2_000;
const deadAfterMs = 15_000;

/**
 * Runs `work` while no other process on this copy of the repository does. A lock whose holder is gone (no such process,
 * or no sign of life for 15 s) is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(work) {
  await mkdir(dirname(lock), { recursive: true });
  let told = false;
  while (!(await create(lock))) {
    if (await isAbandoned()) await breakLock();
    else {
      if (!told) say("Another ChamCall command is preparing this copy, waiting for it …");
      told = true;
      await sleep(200);
    }
  }
  const heartbeat = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => {}), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lock, { force: true });
  }
}

/** @param {string} path @returns {Promise<boolean>} whether this call made the file, which now holds our process id */
async function create(path) {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned() {
  try {
    const [{ mtimeMs }, holder] = await Promise.all([stat(lock), readFile(lock, "utf8")]);
    if (Date.now() - mtimeMs > deadAfterMs) return true;
    return holder !== "" && !isAlive(Number(holder));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

/** Removing a lock is itself guarded: otherwise two who saw it abandoned could remove each other's new one. */
async function breakLock() {
  const guard = `${lock}.break`;
  if (!(await create(guard))) {
    const age = await stat(guard).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > deadAfterMs) await rm(guard, { force: true });
    await sleep(50);
    return;
  }
  try {
    if (await isAbandoned()) await rm(lock, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
