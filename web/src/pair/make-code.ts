import { codeAlphabet, codeLength } from "./code-alphabet.ts";

/** Fills the array with random numbers; `crypto.getRandomValues` unless a test wants its own. */
type RandomBytes = (array: Uint8Array<ArrayBuffer>) => Uint8Array;

/** A fresh join code, each as likely as the next: the alphabet divides a byte without a rest. */
export function makeCode(randomBytes: RandomBytes = (array) => crypto.getRandomValues(array)): string {
  const bytes = randomBytes(new Uint8Array(codeLength));
  return Array.from(bytes, (byte) => codeAlphabet.charAt(byte % codeAlphabet.length)).join("");
}
