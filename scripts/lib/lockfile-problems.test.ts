import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockfileProblems } from "./lockfile-problems.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "chamcall-lockfile-"));
  mkdirSync(join(root, "server"));
  write("package.json", { workspaces: ["server"], devDependencies: { tool: "1.0.0" } });
  write("server/package.json", { dependencies: { library: "2.0.0" } });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: unknown): void {
  writeFileSync(join(root, file), JSON.stringify(content, null, 2));
}

function writeLock(library: Record<string, string>): void {
  write("package-lock.json", {
    packages: {
      "": { devDependencies: { tool: "1.0.0" } },
      server: { dependencies: { library: "2.0.0" } },
      "node_modules/library": { version: "2.0.0", ...library },
      "node_modules/@chamcall/server": { resolved: "server", link: true },
    },
  });
}

it("finds nothing in a sound lockfile", () => {
  writeLock({});
  expect(lockfileProblems(root)).toEqual([]);
});

it("finds a host, whatever its scheme", () => {
  for (const scheme of ["http", "https", "git+ssh"]) {
    writeLock({ resolved: `${scheme}://packages.example/library.tgz` });
    expect(lockfileProblems(root)).toEqual([expect.stringMatching(/^package-lock\.json:\d+ names a host$/)]);
  }
});

it("finds a package.json it was not made from", () => {
  writeLock({});
  write("server/package.json", { dependencies: { library: "3.0.0" } });
  expect(lockfileProblems(root)).toEqual(["package-lock.json and server/package.json disagree: run npm install"]);
});
