import { codeAlphabet, codeLength } from "./code-alphabet.ts";

/** Whether this is a whole code as `makeCode` makes and `readCode` reads them. */
export function isCode(text: string): boolean {
  return text.length === codeLength && [...text].every((character) => codeAlphabet.includes(character));
}
