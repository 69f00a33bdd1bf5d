import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** @returns {string[]} the folders whose types are checked: each workspace, and this one, that has a tsconfig.json */
export function typedFolders() {
  const { workspaces } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return [...workspaces, "scripts"].filter((folder) => existsSync(join(root, folder, "tsconfig.json")));
}
