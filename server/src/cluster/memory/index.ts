import type { Now } from "../../core/ports.ts";
import type { Cluster } from "../cluster.ts";
import { createMemoryBus } from "./bus.ts";
import { createMemoryFailures } from "./failures.ts";
import { createMemoryLimits } from "./limits.ts";
import { createMemoryRevocations } from "./revocations.ts";
import { createMemoryRosters } from "./rosters.ts";

/** A cluster of one. */
export function createMemoryCluster(now: Now): Cluster {
  return {
    rosters: createMemoryRosters(),
    bus: createMemoryBus(),
    limits: createMemoryLimits(),
    failures: createMemoryFailures(now),
    revocations: createMemoryRevocations(now),
  };
}
