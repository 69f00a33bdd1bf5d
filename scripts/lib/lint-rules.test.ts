import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "./paths.mjs";

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "chamcall-lint-"));
  for (const file of ["biome.json", ".gitignore"]) copyFileSync(join(root, file), join(copy, file));
});
afterEach(() => rmSync(copy, { recursive: true }));

/** Lints one file with the project's settings, as if it stood there; gives the names of the rules it breaks. */
function rulesBroken(file: string, source: string): string[] {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), source);
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [biome, "lint", "--error-on-warnings", "--reporter=github", file];
  let output = "";
  try {
    output = execFileSync(process.execPath, args, { cwd: copy, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    output = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
  }
  return [...output.matchAll(/title=lint\/\w+\/(\w+)/g)].map(([, name = ""]) => name);
}

it("lets only config.ts read the server's environment", () => {
  const source = "export const port = process.env.PORT;\n";
  expect(rulesBroken("server/src/core/rooms.ts", source)).toEqual(["noProcessEnv"]);
  expect(rulesBroken("server/src/main.ts", source)).toEqual(["noProcessEnv"]);
  expect(rulesBroken("server/src/config.ts", source)).toEqual([]);
});

it("lets only main.ts write to the console", () => {
  const source = "console.info(1);\n";
  expect(rulesBroken("server/src/core/rooms.ts", source)).toEqual(["noConsole"]);
  expect(rulesBroken("sdk/client/src/index.ts", source)).toEqual(["noConsole"]);
  expect(rulesBroken("server/src/main.ts", source)).toEqual([]);
  expect(rulesBroken("scripts/start.mjs", source)).toEqual([]);
});

it("refuses promises nobody waits for and switches that forget a case", () => {
  const floating = "async function save(): Promise<void> {}\nexport function go(): void {\n  save();\n}\n";
  expect(rulesBroken("server/src/core/rooms.ts", floating)).toEqual(["noFloatingPromises"]);
  const forgetful =
    'type State = { state: "open" } | { state: "closed" };\n' +
    'export function go(s: State): number {\n  switch (s.state) {\n    case "open":\n      return 1;\n  }\n  return 2;\n}\n';
  expect(rulesBroken("server/src/core/rooms.ts", forgetful)).toEqual(["useExhaustiveSwitchCases"]);
});
