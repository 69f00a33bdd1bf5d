import { randomUUID } from "node:crypto";
import type { Member } from "../../core/member.ts";
import type { Rosters } from "../../core/ports.ts";
import type { RoomKey, Session } from "../../core/room.ts";

interface Roster {
  session: Session;
  members: Map<string, Member>;
  peak: number;
}

const NOBODY: ReadonlyMap<string, Member> = new Map();

/** Rosters of a single node: atomic because nothing in a change awaits. */
export function createMemoryRosters(): Rosters {
  const apps = new Map<string, Map<string, Roster>>();
  const rosterOf = ({ appId, roomId }: RoomKey) => apps.get(appId)?.get(roomId);

  function open({ appId, roomId }: RoomKey, now: number): Roster {
    const session = { appId, roomId, sessionId: randomUUID(), startedAt: now };
    const roster: Roster = { session, members: new Map(), peak: 0 };
    const rooms = apps.get(appId) ?? new Map<string, Roster>();
    apps.set(appId, rooms.set(roomId, roster));
    return roster;
  }

  function shut({ appId, roomId }: RoomKey): void {
    const rooms = apps.get(appId);
    rooms?.delete(roomId);
    if (rooms?.size === 0) apps.delete(appId);
  }

  const seatIn = (roster: Roster | undefined, recipientId: string) => {
    for (const member of roster?.members.values() ?? []) if (member.address.recipientId === recipientId) return member;
    return undefined;
  };

  return {
    async admit(key, member, { capacity, now }) {
      const existing = rosterOf(key);
      const replaced = existing?.members.get(member.userId);
      if (replaced && replaced.entryId !== member.entryId) return { outcome: "taken" };
      const inside = [...(existing?.members.values() ?? [])];
      const limit = Math.min(capacity, ...[member, ...inside].map((one) => one.capacity ?? capacity));
      if (!replaced && inside.length >= limit) return { outcome: "full", capacity: limit };

      const roster = existing ?? open(key, now);
      roster.members.delete(member.userId);
      const others = [...roster.members.values()];
      roster.members.set(member.userId, member);
      roster.peak = Math.max(roster.peak, roster.members.size);
      const admitted = { outcome: "admitted", others, session: roster.session, opened: !existing } as const;
      return replaced ? { ...admitted, replaced } : admitted;
    },

    async release(key, recipientId) {
      const roster = rosterOf(key);
      const member = seatIn(roster, recipientId);
      if (!roster || !member) return { outcome: "absent" };
      roster.members.delete(member.userId);
      if (roster.members.size > 0) return { outcome: "released", others: [...roster.members.values()] };
      shut(key);
      return { outcome: "released", others: [], ended: { session: roster.session, peak: roster.peak } };
    },

    async update(key, recipientId, media) {
      const roster = rosterOf(key);
      const member = seatIn(roster, recipientId);
      if (!roster || !member) return undefined;
      const changed = { ...member, ...media };
      roster.members.set(member.userId, changed);
      return changed;
    },

    local: (key) => rosterOf(key)?.members ?? NOBODY,

    async count(key) {
      return rosterOf(key)?.members.size ?? 0;
    },

    async live(appId) {
      return new Map([...(apps.get(appId) ?? [])].map(([roomId, { members }]) => [roomId, members.size]));
    },

    async members(key) {
      return [...(rosterOf(key)?.members.values() ?? [])];
    },

    async totals() {
      let rooms = 0;
      let users = 0;
      for (const app of apps.values()) {
        rooms += app.size;
        for (const roster of app.values()) users += roster.members.size;
      }
      return { rooms, users };
    },
  };
}
