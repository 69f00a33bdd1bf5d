import { randomInt } from "node:crypto";

/** Crockford's base32 in lower case: nothing that is mistaken for something else when it is read out. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 60 bits. */
const LENGTH = 12;

/** An id that nobody can guess. */
export function newRoomId(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
