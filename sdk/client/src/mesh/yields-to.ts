import type { Peer } from "./topology.ts";

/** Whether `self` gives way to `other`: the one who came later does. Both sides come to opposite answers. */
export function yieldsTo(self: Peer, other: Peer): boolean {
  const mine = Date.parse(self.joinedAt);
  const theirs = Date.parse(other.joinedAt);
  return mine === theirs ? self.userId > other.userId : mine > theirs;
}
