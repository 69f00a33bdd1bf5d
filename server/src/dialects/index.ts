import type { DialectName } from "../config.ts";
import type { Dialect } from "./dialect.ts";
import { rooms } from "./rooms/index.ts";
import { tenant } from "./tenant/index.ts";

/** Every door by the name it has in DIALECTS. */
export const dialectsByName: Record<DialectName, Dialect> = { tenant, rooms };
