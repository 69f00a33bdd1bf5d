import type { Participant } from "@chamcall/protocol";

interface Known {
  readonly userId: string;
  readonly instanceId: string;
}

/** How those known from an old seat relate to those found on taking a new one. */
export interface RosterMatch {
  /** The same page as before: its media path is still good. */
  kept: Participant[];
  /** The same person on another page: connect anew, but nobody came or went. */
  replaced: Participant[];
  added: Participant[];
  /** userIds of those not there: gone, or on their way back like this client. */
  missing: string[];
}

/** Compares by userId and instanceId. */
export function matchRoster(known: readonly Known[], present: readonly Participant[]): RosterMatch {
  const before = new Map(known.map(({ userId, instanceId }) => [userId, instanceId]));
  const now = new Set(present.map(({ userId }) => userId));
  return {
    kept: present.filter(({ userId, instanceId }) => before.get(userId) === instanceId),
    replaced: present.filter(({ userId, instanceId }) => before.has(userId) && before.get(userId) !== instanceId),
    added: present.filter(({ userId }) => !before.has(userId)),
    missing: known.map(({ userId }) => userId).filter((userId) => !now.has(userId)),
  };
}
