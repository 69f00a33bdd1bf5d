import type { Bus, Calls, Failures, Limits, Presence, Revocations, Rosters } from "../core/ports.ts";

/** All that nodes share; every adapter passes the suite in test/contract/cluster. */
export interface Cluster {
  rosters: Rosters;
  presence: Presence;
  calls: Calls;
  bus: Bus;
  limits: Limits;
  failures: Failures;
  revocations: Revocations;
}
