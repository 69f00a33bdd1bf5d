import { bare } from "./bare.ts";
import { bareCandidates } from "./bare-candidates.ts";
import { direct } from "./direct.ts";
import { pairing } from "./pairing.ts";
import { rooms } from "./rooms.ts";
import { tenant } from "./tenant.ts";
import { tenantAcked } from "./tenant-acked.ts";
import type { Wire } from "./wire.ts";

export const wires = {
  bare,
  tenant,
  rooms,
  "tenant+ack": tenantAcked,
  "bare ICE": bareCandidates,
  direct,
  "bare ws": pairing,
  pairing,
} satisfies Record<string, Wire>;
export type WireName = keyof typeof wires;
