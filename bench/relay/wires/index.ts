import { bare } from "./bare.ts";
import { rooms } from "./rooms.ts";
import { tenant } from "./tenant.ts";
import { tenantAcked } from "./tenant-acked.ts";
import type { Wire } from "./wire.ts";

export const wires = { bare, tenant, rooms, "tenant+ack": tenantAcked } satisfies Record<string, Wire>;
export type WireName = keyof typeof wires;
