import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new owner key: shown once, 192 random bits. */
export function newOwnerKey(): string {
  return randomBytes(24).toString("base64url");
}

/** What is stored of it. A plain hash suffices: the key is random, there is nothing to guess. */
export function hashOwnerKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Compares in constant time. */
export function isOwnerKey(key: string | undefined, hash: string | null): boolean {
  if (key === undefined || hash === null) return false;
  return timingSafeEqual(Buffer.from(hashOwnerKey(key)), Buffer.from(hash));
}
