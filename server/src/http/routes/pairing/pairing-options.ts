import type { Core } from "../../../core/core.ts";
import type { ClientAddress } from "../../client-address.ts";

/** What the pairing spec's routes work with. */
export interface PairingOptions {
  core: Core;
  clientAddress: ClientAddress;
  /** Off, everything is answered with what turns it on. */
  enabled: boolean;
}
