import type { Config, DialectName } from "../config.ts";
import type { Dialect } from "./dialect.ts";
import { createDirect } from "./direct/index.ts";
import { lobby } from "./lobby/index.ts";
import { pairing } from "./pairing/index.ts";
import { rooms } from "./rooms/index.ts";
import { tenant } from "./tenant/index.ts";

/** Every door by the name it has in DIALECTS. */
export function createDialects({ directAuth }: Pick<Config, "directAuth">): Record<DialectName, Dialect> {
  return {
    tenant,
    rooms,
    lobby,
    pairing,
    direct: createDirect({ auth: directAuth }),
  };
}
