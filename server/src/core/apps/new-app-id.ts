import { randomBytes } from "node:crypto";

/** RFC 4648's base32 in lower case. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
/** 80 bits. */
const LENGTH = 16;

/** `app_` and 16 characters that nobody else has. */
export function newAppId(): string {
  return `app_${Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("")}`;
}
