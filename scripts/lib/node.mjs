import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const needed = { major: 24, minor: 7 };
const names = { win32: "win" };

/**
 * The Node that runs ChamCall: the one npm installed for this platform, else the one running now if it is new enough.
 * @returns {string} the path of its executable
 */
export function node() {
  const platform = names[/** @type {keyof typeof names} */ (process.platform)] ?? process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const pinned = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", file);
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > needed.major || (major === needed.major && minor >= needed.minor)) return process.execPath;
  throw new Problem(
    [
      `ChamCall runs on Node ${needed.major}.${needed.minor} or later; this is Node ${process.versions.node}, and npm has no copy of Node 24`,
      `for ${platform}-${process.arch} in node_modules (the optional package node-${platform}-${process.arch}).`,
      "What to do: if npm is set to leave optional packages out (`npm config get omit`), allow them, delete node_modules and",
      "try again. If there is no such package for this platform, install Node 24 yourself (https://nodejs.org) and try again.",
    ].join("\n"),
  );
}

/**
 * This process's environment with the tools of node_modules (Node 24 among them) first on the PATH.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv() {
  return { ...process.env, PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}` };
}
