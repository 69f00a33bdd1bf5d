import { tenant } from "./tenant.ts";
import type { Wire } from "./wire.ts";

/** The native protocol as the SDK speaks it: every message asks for an acknowledgement. */
export const tenantAcked: Wire = {
  enter: tenant.enter,
  packet: (kind, json, to, seq) => `2${seq}${tenant.packet(kind, json, to, seq).slice(1)}`,
};
