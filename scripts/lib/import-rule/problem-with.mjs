import { posix } from "node:path";
import { house, tighter, workspaces } from "./table.mjs";

/**
 * Holds one import against the table.
 * @param {string} file that imports, relative to the root, with forward slashes
 * @param {{specifier: string, typeOnly: boolean}} imported
 * @returns {string | undefined} what is wrong with it
 */
export function problemWith(file, { specifier, typeOnly }) {
  const workspace = Object.keys(workspaces).find((name) => file.startsWith(`${name}/src/`));
  if (!workspace) return undefined;
  const src = `${workspace}/src/`;
  if (!specifier.startsWith(".")) {
    return (
      problemWithPackage(workspace, file, specifier, typeOnly) ??
      (workspace === "server" && !isTest(file) ? problemInHouse(file.slice(src.length), { specifier }) : undefined)
    );
  }
  const target = posix.join(posix.dirname(file), specifier);
  if (isTest(file) && target.startsWith(`${workspace}/test/`)) return undefined;
  if (!target.startsWith(src)) return `${specifier} leaves ${src}: another workspace is imported by its package name`;
  if (workspace !== "server" || isTest(file)) return undefined;
  return problemInHouse(file.slice(src.length), { target: target.slice(src.length) });
}

/**
 * @param {string} workspace @param {string} file @param {string} specifier @param {boolean} typeOnly
 * @returns {string | undefined}
 */
function problemWithPackage(workspace, file, specifier, typeOnly) {
  const { packages, types, never } = workspaces[workspace] ?? { packages: [], types: [], never: [] };
  if (covers(never, specifier)) return `${workspace} never imports ${specifier}`;
  if (isTest(file) || packages.includes(specifier)) return undefined;
  if (covers(types, specifier))
    return typeOnly ? undefined : `${workspace} takes only types from ${specifier} (import type)`;
  if (packages.includes("*") || covers(packages, specifier)) return undefined;
  return `${workspace} does not import ${specifier}, only ${[...packages, ...types].join(", ")}`;
}

/**
 * @param {string} file relative to server/src
 * @param {{target: string} | {specifier: string}} imported a file relative to server/src, or a package
 * @returns {string | undefined}
 */
function problemInHouse(file, imported) {
  const from = partOf(file);
  const floor = house.findIndex((parts) => parts.includes(from));
  if (floor === -1) return `server/src/${from} has no place in the house`;
  const rule = tighter[from];
  if ("specifier" in imported) {
    if (!rule || covers(rule.packages, imported.specifier)) return undefined;
    return `${from} does not import ${imported.specifier}, only ${rule.packages.join(", ")}`;
  }
  const to = partOf(imported.target);
  if (from === to) return problemBetweenDialects(file, imported.target);
  const allowed = rule ? rule.parts : house.slice(floor + 1).flat();
  return allowed.includes(to)
    ? undefined
    : `${from} does not import from ${to}, only from ${allowed.join(", ") || "itself"}`;
}

/** @param {string} file @param {string} target both relative to server/src and in the same part of it */
function problemBetweenDialects(file, target) {
  const [from, to] = [dialectOf(file), dialectOf(target)];
  if (to === undefined || from === to) return undefined;
  return `${from ? `the dialect ${from}` : "what the dialects share"} does not import from the dialect ${to}`;
}

/** @param {string} file relative to server/src */
function dialectOf(file) {
  const [first, name, inside] = file.split("/");
  return first === "dialects" && inside !== undefined ? name : undefined;
}

/** @param {string} file relative to server/src @returns {string} its part of the house: a folder with its slash, or a file */
function partOf(file) {
  if (house.flat().includes(file)) return file;
  const slash = file.indexOf("/");
  return slash === -1 ? file : file.slice(0, slash + 1);
}

/** @param {readonly string[]} names @param {string} specifier @returns {boolean} whether it is one of them or inside of one */
function covers(names, specifier) {
  return names.some((name) => specifier === name || specifier.startsWith(name.endsWith(":") ? name : `${name}/`));
}

/** Tests, and what they share in a folder `testing`, look at more than one floor; packages of other sides stay out of them too. @param {string} file */
function isTest(file) {
  return /\.test\.tsx?$|\/testing\//.test(file);
}
