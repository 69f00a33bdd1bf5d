import { candidateCycles } from "../load/cycles.ts";
import { bare } from "./bare.ts";
import type { Wire } from "./wire.ts";

/** The bare relay under the load of the direct door. */
export const bareCandidates: Wire = { ...bare, cycles: candidateCycles };
