/** Processor time of a process (all threads) at a moment of its own clock; microseconds both. */
export interface CpuSample {
  cpu: number;
  at: number;
}

export function takeCpuSample(): CpuSample {
  const { user, system } = process.cpuUsage();
  return { cpu: user + system, at: performance.now() * 1000 };
}
