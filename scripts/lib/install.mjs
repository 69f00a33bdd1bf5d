import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join, sep } from "node:path";
import { withLock } from "./lock.mjs";
import { node } from "./node.mjs";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";

const lockfile = join(root, "package-lock.json");
const modules = join(root, "node_modules");
const record = join(modules, ".package-lock.json");
const stamp = join(modules, ".chamcall-install");

/** Makes node_modules what package-lock.json says; returns at once when it already is. */
export async function install() {
  if (await isCurrent()) return;
  await withLock(async () => {
    // Someone else may have done it while we waited.
    if (await isCurrent()) return;
    if (!(await npmLeftItComplete())) await npmInstall();
    node();
    // Written last: an interrupted install has no stamp and is done again.
    await writeFile(stamp, await wanted());
  });
}

async function isCurrent() {
  return (await readText(stamp)) === (await wanted());
}

/** The packages asked for and the platform they are for. */
async function wanted() {
  const hash = createHash("sha256").update(await readFile(lockfile));
  return `${hash.digest("hex")} ${process.platform}-${process.arch}`;
}

/**
 * Whether an `npm install` somebody ran by hand already did our work: npm's own record of node_modules, which it writes
 * last, holds every package of the lockfile that this platform needs, in its version.
 */
async function npmLeftItComplete() {
  const [asked, found] = await Promise.all([packagesIn(lockfile), packagesIn(record)]);
  if (!asked || !found) return false;
  return Object.entries(asked).every(([path, entry]) => {
    if (!path.includes("node_modules/") || entry.link || (entry.optional && !isForThisPlatform(entry))) return true;
    return found[path]?.version === entry.version && existsSync(join(root, path));
  });
}

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {string | string[]} [os]
 * @property {string | string[]} [cpu]
 * @property {string | string[]} [libc]
 *
 * @param {string} file
 * @returns {Promise<Record<string, LockedPackage> | undefined>}
 */
async function packagesIn(file) {
  const text = await readText(file);
  return text === undefined ? undefined : JSON.parse(text).packages;
}

/** @param {LockedPackage} entry @returns {boolean} false also where the C library decides, which nothing here can tell */
function isForThisPlatform({ os = [], cpu = [], libc }) {
  return !libc && [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
}

/**
 * `npm install --no-save` and not `npm ci`: both take the versions of the lockfile, but `ci` refuses a lockfile without
 * the optional packages of platforms it was not made on.
 */
async function npmInstall() {
  say("Installing the npm packages (about half a minute the first time) …");
  // Without its record npm looks at what is really there, also after an install that was cut off.
  await Promise.all([rm(stamp, { force: true }), rm(record, { force: true })]);
  // Development packages build the web app and optional ones bring Node 24, whatever NODE_ENV or npm's settings say.
  const args = [
    "install",
    "--no-save",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { code, output } = await runNpm(args);
  if (code === 0) return;
  if (code > 128) throw new Problem("Interrupted while installing the npm packages. Start again to go on.");
  throw new Problem(
    `${output.trim()}\n\nnpm install failed (exit code ${code}); its reason stands above. Try again once it is solved.`,
  );
}

/**
 * npm may replace what is in node_modules, so it must not run on the Node inside of it.
 * @param {readonly string[]} args
 */
async function runNpm(args) {
  const path = (process.env.PATH ?? "").split(delimiter).filter((entry) => !entry.startsWith(modules + sep));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const { npm_node_execpath: nodeOfNpm, npm_execpath: npm } = process.env;
  if (nodeOfNpm && npm && !nodeOfNpm.startsWith(modules + sep))
    return run(nodeOfNpm, [npm, ...args], { env, quiet: true });
  try {
    return await run(process.platform === "win32" ? "npm.cmd" : "npm", args, { env, quiet: true });
  } catch {
    throw new Problem("npm is needed to install the packages, and it is not on the PATH.");
  }
}

/** @param {string} file @returns {Promise<string | undefined>} */
async function readText(file) {
  return readFile(file, "utf8").catch(() => undefined);
}
