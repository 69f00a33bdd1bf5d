import { candidates } from "./candidates.ts";
import { answer, offer } from "./descriptions.ts";
import type { Template } from "./template.ts";

const tenCandidates = [...candidates, ...candidates];

/** What the two of a room send over and over; together 1 offer : 1 answer : 20 candidates. */
export const cycles: readonly [readonly Template[], readonly Template[]] = [
  [offer, ...tenCandidates],
  [answer, ...tenCandidates],
];
