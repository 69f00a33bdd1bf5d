import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new secret: shown once, 256 random bits. */
export function newAppSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of it. A plain hash suffices: the secret is random, there is nothing to guess. */
export function hashAppSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether it is one of those; takes the same time for every answer, also where there is none. */
export function isAppSecret(secret: string, hashes: readonly string[]): boolean {
  const given = Buffer.from(hashAppSecret(secret));
  // As many comparisons as an app can have secrets.
  const known = [...hashes, NOTHING, NOTHING].slice(0, Math.max(2, hashes.length));
  return known.map((hash) => timingSafeEqual(given, Buffer.from(hash))).includes(true);
}

/** No hash: nothing has 64 of these. */
const NOTHING = "-".repeat(64);
