import type { CpuSample } from "./cpu-sample.ts";

/** Share of a core that a process took between two samples: 1 is a core without a pause. */
export function busyShare(from: CpuSample, to: CpuSample): number {
  return (to.cpu - from.cpu) / (to.at - from.at);
}
