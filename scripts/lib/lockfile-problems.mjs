import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

const kinds = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/**
 * Holds package-lock.json against what it must be: no host in it, which everyone else would then be sent to, and the
 * same dependencies as each package.json.
 * @param {string} root of the repository
 * @returns {string[]} what is wrong with it
 */
export function lockfileProblems(root) {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const hosts = text
    .split("\n")
    .flatMap((line, index) =>
      /"resolved": "[^"]*:\/\//.test(line) ? [`package-lock.json:${index + 1} names a host`] : [],
    );

  const { packages } = JSON.parse(text);
  const folders = ["", ...readManifest(root, "").workspaces];
  const differing = folders.filter((folder) => {
    const manifest = readManifest(root, folder);
    const locked = packages[folder] ?? {};
    return kinds.some((kind) => !isDeepStrictEqual(manifest[kind] ?? {}, locked[kind] ?? {}));
  });
  return [
    ...hosts,
    ...differing.map((folder) => `package-lock.json and ${join(folder, "package.json")} disagree: run npm install`),
  ];
}

/** @param {string} root @param {string} folder */
function readManifest(root, folder) {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}
