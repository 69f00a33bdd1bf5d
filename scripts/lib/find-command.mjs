import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const places = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];

/**
 * Looks for the first of some commands on the PATH, and where the system keeps its daemons.
 * @param {readonly string[]} names
 * @returns {string | undefined} the path of its executable
 */
export function findCommand(names) {
  return names.flatMap((name) => places.map((place) => join(place, name))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
