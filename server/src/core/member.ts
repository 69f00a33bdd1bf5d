import type { MediaState, Role } from "@chamcall/protocol";

/** Where a recipient is connected. */
export interface Address {
  nodeId: string;
  /** Id of the seat (or client) on that node. */
  recipientId: string;
}

/** One line of a room's roster. */
export interface Member extends MediaState {
  userId: string;
  name: string;
  role: Role;
  /** Milliseconds since the epoch. */
  joinedAt: number;
  instanceId: string;
  address: Address;
}
