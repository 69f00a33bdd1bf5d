import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secret in `dataDir`, made on the first start: tokens must outlive a restart. Throws when the file is damaged. */
export function keptSigningSecret(dataDir: string): string {
  const path = join(dataDir, "jwt-secret");
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  }
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < 32) throw new Error(`${path} is damaged: remove it, and everyone has to join anew`);
  return secret;
}
