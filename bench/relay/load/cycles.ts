import { candidates } from "./candidates.ts";
import { answer, offer } from "./descriptions.ts";
import type { Template } from "./template.ts";

type Cycles = readonly [readonly Template[], readonly Template[]];

const tenCandidates = [...candidates, ...candidates];

/** What the two of a room send over and over; together 1 offer : 1 answer : 20 candidates. */
export const cycles: Cycles = [
  [offer, ...tenCandidates],
  [answer, ...tenCandidates],
];

/** For wires that relay a description only when a call is made. */
export const candidateCycles: Cycles = [candidates, candidates];
