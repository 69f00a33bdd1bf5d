/** A join code on offer; whoever knows it by `expiresAt` (milliseconds since the epoch) can accept it, once. */
export interface Pending {
  joinId: string;
  /** The device that made the code. */
  client1: string;
  expiresAt: number;
}

/** Two devices that found each other, and the room that is theirs. */
export interface Pair {
  roomId: string;
  client1: string;
  client2: string;
}
