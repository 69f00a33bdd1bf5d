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
  /** The entry they came in by; the same one may take its own seat over, any other is refused. */
  entryId: string;
  name: string;
  role: Role;
  /** Milliseconds since the epoch. */
  joinedAt: number;
  instanceId: string;
  /** Most people its wire can share a room with. */
  capacity?: number;
  address: Address;
}
