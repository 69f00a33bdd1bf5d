import { adjectives, nouns } from "./words.ts";

/** Fills the array with random numbers; `crypto.getRandomValues` unless a test wants its own. */
export type RandomValues = (array: Uint32Array<ArrayBuffer>) => Uint32Array;

/** A readable room name such as `sunny-mountain-42`: over a million of them, each as likely as the next. */
export function createSlug(randomValues: RandomValues = (array) => crypto.getRandomValues(array)): string {
  const pick = (below: number) => uniform(below, randomValues);
  return `${adjectives[pick(adjectives.length)]}-${nouns[pick(nouns.length)]}-${10 + pick(90)}`;
}

/** Throws away the numbers at the end that would make the first words a little more likely. */
function uniform(below: number, randomValues: RandomValues): number {
  const limit = 2 ** 32 - (2 ** 32 % below);
  const box = new Uint32Array(1);
  for (;;) {
    randomValues(box);
    const value = box[0] ?? 0;
    if (value < limit) return value % below;
  }
}
