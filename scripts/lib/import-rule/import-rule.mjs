import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importsOf } from "./imports-of.mjs";
import { problemWith } from "./problem-with.mjs";
import { workspaces } from "./table.mjs";

/**
 * The import rule of the house, over all sources.
 * @param {string} root of the repository
 * @returns {{file: string, line: number, problem: string}[]} every import that breaks it
 */
export function importRule(root) {
  return Object.keys(workspaces)
    .flatMap((workspace) => sourcesIn(root, `${workspace}/src`))
    .flatMap((file) =>
      importsOf(readFileSync(join(root, file), "utf8")).flatMap((imported) => {
        const problem = problemWith(file, imported);
        return problem ? [{ file, line: imported.line, problem }] : [];
      }),
    );
}

/** @param {string} root @param {string} folder */
function sourcesIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll("\\", "/")}`)
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.includes("/node_modules/"));
}
