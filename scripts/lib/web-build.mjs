import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { node, toolEnv } from "./node.mjs";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";

const sources = ["web", "sdk/client", "sdk/react", "sdk/embed", "protocol", "package-lock.json", "tsconfig.base.json"];
const ignored = /^(node_modules|dist|test-results|\..*)$|\.test\.tsx?$/;
const dist = join(root, "web", "dist");
const stamp = ".chamcall-build";

/** Makes web/dist what the sources say; returns at once when it already is. */
export async function buildWeb() {
  if (!existsSync(join(root, "web", "index.html")))
    throw new Problem("web/index.html is missing: there is no web app to build.");
  if (await isCurrent()) return;
  await withLock(async () => {
    // Someone else may have done it while we waited.
    if (!(await isCurrent())) await build();
  });
}

async function build() {
  say("Building the web app …");
  const wanted = await hashOfSources();
  const fresh = join(root, ".prepare", "web");
  const old = join(root, ".prepare", "web-old");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  await rm(fresh, { recursive: true, force: true });
  const args = [vite, "build", "--outDir", fresh, "--emptyOutDir", "--logLevel", "warn"];
  const { code, output } = await run(node(), args, { cwd: join(root, "web"), env: buildEnv(), quiet: true });
  if (code > 128) throw new Problem("Interrupted while building the web app. Start again to go on.");
  if (code !== 0) throw new Problem(`${output.trim()}\n\nThe web app could not be built; the reason stands above.`);

  // The stamp is inside and the folder is put in place in one step: a build that was cut off is never taken for current.
  await writeFile(join(fresh, stamp), wanted);
  await mkdir(join(root, "web"), { recursive: true });
  await rm(old, { recursive: true, force: true });
  if (existsSync(dist)) await rename(dist, old);
  await rename(fresh, dist);
  await rm(old, { recursive: true, force: true });
}

/** A NODE_ENV meant for the server or the tests must not change what is built. */
function buildEnv() {
  return { ...toolEnv(), NODE_ENV: "production" };
}

async function isCurrent() {
  const found = await readFile(join(dist, stamp), "utf8").catch(() => undefined);
  return found !== undefined && found === (await hashOfSources());
}

/** Contents and not times: a fresh checkout of the same commit needs no new build. */
async function hashOfSources() {
  const files = (await Promise.all(sources.map(filesIn))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash("sha256");
  for (const [index, file] of files.entries())
    hash
      .update(`${file}\0`)
      .update(contents[index] ?? "")
      .update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} path of a file or folder, relative to the root
 * @returns {Promise<string[]>}
 */
async function filesIn(path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (!entries) return [path];
  const kept = entries.filter((entry) => !ignored.test(entry.name) && (entry.isFile() || entry.isDirectory()));
  const found = await Promise.all(
    kept.map((entry) => (entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`])),
  );
  return found.flat();
}
