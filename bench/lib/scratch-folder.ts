import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let root: string | undefined;

/** A new empty folder; gone when this process ends. */
export function scratchFolder(): string {
  root ??= makeRoot();
  return mkdtempSync(join(root, "run-"));
}

function makeRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), "chamcall-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  // Without a listener the signal would end the process past its exit listeners.
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  return folder;
}
