import type { Now } from "../../core/ports.ts";
import type { Cluster } from "../cluster.ts";
import { createMemoryBus } from "./bus.ts";
import { createMemoryCalls } from "./calls.ts";
import { createMemoryFailures } from "./failures.ts";
import { createMemoryLimits } from "./limits.ts";
import { createMemoryPresence } from "./presence.ts";
import { createMemoryRevocations } from "./revocations.ts";
import { createMemoryRosters } from "./rosters.ts";

/** A cluster of one. */
export function createMemoryCluster(now: Now): Cluster {
  return {
    rosters: createMemoryRosters(),
    presence: createMemoryPresence(),
    calls: createMemoryCalls(),
    bus: createMemoryBus(),
    limits: createMemoryLimits(),
    failures: createMemoryFailures(now),
    revocations: createMemoryRevocations(now),
  };
}
