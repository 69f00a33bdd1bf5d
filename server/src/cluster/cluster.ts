import type { Bus, Failures, Limits, Revocations, Rosters } from "../core/ports.ts";

/** All that nodes share; every adapter passes the suite in test/contract/cluster. */
export interface Cluster {
  rosters: Rosters;
  bus: Bus;
  limits: Limits;
  failures: Failures;
  revocations: Revocations;
}
