import type { CpuSample } from "../lib/cpu-sample.ts";

/** What the generator tells: the measured stretch begins, ends, and everything sent has arrived in order. */
export type GeneratorReport =
  | { type: "began" | "ended"; arrived: number; cpu: CpuSample }
  | { type: "verified"; charactersPerMessage: number };
