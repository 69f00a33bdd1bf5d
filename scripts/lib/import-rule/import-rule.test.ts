import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { importRule } from "./import-rule.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "chamcall-import-rule-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, source: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), source);
}

it("names the file, the line and the reason of each violation in a tree", () => {
  write("server/src/core/rooms.ts", 'import { x } from "./x.ts";\nimport { pino } from "pino";\n');
  write("web/src/main.tsx", 'import { createApp } from "@chamcall/server";\n');
  write("sdk/client/src/index.ts", 'import type { Room } from "@chamcall/protocol";\n');
  expect(importRule(root)).toEqual([
    { file: "server/src/core/rooms.ts", line: 2, problem: expect.stringContaining("core/ does not import pino") },
    { file: "web/src/main.tsx", line: 1, problem: "web never imports @chamcall/server" },
  ]);
});
