import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keptSigningSecret } from "./signing-secret.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "chamcall-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

it("is made once, kept, and for its owner's eyes only", () => {
  const dataDir = join(directory, "new");
  const secret = keptSigningSecret(dataDir);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(keptSigningSecret(dataDir)).toBe(secret);
  expect(statSync(join(dataDir, "jwt-secret")).mode & 0o777).toBe(0o600);
});

it("is read as it was put there", () => {
  writeFileSync(join(directory, "jwt-secret"), `${"s".repeat(40)}\n`);
  expect(keptSigningSecret(directory)).toBe("s".repeat(40));
});

it.each(["", "\n", "short"])("is refused when the file holds %j, which is left as it is", (content) => {
  writeFileSync(join(directory, "jwt-secret"), content);
  expect(() => keptSigningSecret(directory)).toThrow("jwt-secret is damaged");
  expect(readFileSync(join(directory, "jwt-secret"), "utf8")).toBe(content);
});
