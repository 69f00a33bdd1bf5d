import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "../../../src/core/member.ts";
import type { Admission } from "../../../src/core/ports.ts";
import type { RoomKey } from "../../../src/core/room.ts";
import { memberOf } from "../../helpers/member.ts";
import type { MakeNodes, Nodes } from "./nodes.ts";

const key: RoomKey = { appId: "app", roomId: "room" };
const rule = { capacity: 3, now: 5000 } as const;

/** What every adapter of Rosters keeps. */
export function rostersContract(makeNodes: MakeNodes): void {
  let nodes: Nodes;
  beforeEach(async () => {
    nodes = await makeNodes(() => 5000);
  });
  afterEach(() => nodes.close());

  const admit = (member: Member, more: Partial<Parameters<typeof nodes.one.cluster.rosters.admit>[2]> = {}, at = key) =>
    (member.address.nodeId === nodes.one.nodeId ? nodes.one : nodes.two).cluster.rosters.admit(at, member, {
      ...rule,
      ...more,
    });
  const onOne = (userId: string, recipientId?: string) => memberOf(userId, nodes.one.nodeId, recipientId);
  const onTwo = (userId: string, recipientId?: string) => memberOf(userId, nodes.two.nodeId, recipientId);
  const release = (recipientId: string, at = key) => nodes.one.cluster.rosters.release(at, recipientId);

  async function admitted(admission: Promise<Admission>) {
    const outcome = await admission;
    if (outcome.outcome !== "admitted") return expect.unreachable(outcome.outcome);
    return outcome;
  }

  /** A node's own copy may lag behind another node's change. */
  const localOf = (node: Nodes["one"], expected: string[]) =>
    expect.poll(() => [...node.cluster.rosters.local(key).keys()], { interval: 5 }).toEqual(expected);

  describe("admit", () => {
    it("opens a session with the first member", async () => {
      const { session, opened, others } = await admitted(admit(onOne("ann")));
      expect(session).toEqual({ ...key, sessionId: expect.any(String), startedAt: 5000 });
      expect(opened).toBe(true);
      expect(others).toEqual([]);
    });

    it("joins later ones to it, and tells them who is there in the order they came", async () => {
      const first = await admitted(admit(onOne("ann")));
      await admit(onTwo("bob"));
      const third = await admitted(admit(onOne("cem")));
      expect(third).toEqual({
        outcome: "admitted",
        opened: false,
        session: first.session,
        others: [onOne("ann"), onTwo("bob")],
      });
    });

    it("refuses a full room, on whichever node", async () => {
      await admit(onOne("ann"));
      await admit(onTwo("bob"), { capacity: 2 });
      expect(await admit(onOne("cem"), { capacity: 2 })).toEqual({ outcome: "full", capacity: 2 });
      expect(await admit(onTwo("cem"), { capacity: 2 })).toEqual({ outcome: "full", capacity: 2 });
      expect(await nodes.two.cluster.rosters.count(key)).toBe(2);
    });

    it("holds exactly its capacity when 50 come at once", async () => {
      const coming = Array.from({ length: 50 }, (_, n) => (n % 2 ? onOne(`u${n}`) : onTwo(`u${n}`)));
      const admissions = await Promise.all(coming.map((member) => admit(member, { capacity: 7 })));
      const inside = admissions.filter(({ outcome }) => outcome === "admitted");
      expect(inside).toHaveLength(7);
      expect(inside.filter((admission) => "opened" in admission && admission.opened)).toHaveLength(1);
      expect(admissions.filter(({ outcome }) => outcome === "full")).toHaveLength(43);
      expect(await nodes.one.cluster.rosters.count(key)).toBe(7);
    });

    it("holds as many as the wire of anyone there allows", async () => {
      const narrow = { ...onTwo("bob"), capacity: 2 };
      await admit(onOne("ann"));
      await admit(narrow);
      expect(await admit(onOne("cem"))).toEqual({ outcome: "full", capacity: 2 });
      await release(narrow.address.recipientId);
      await admit(onOne("cem"));
      expect(await admit(narrow)).toEqual({ outcome: "full", capacity: 2 });
      await admit(onTwo("dan"));
    });

    it("lets one of 50 in who come at once as the same user by entries of their own", async () => {
      const coming = Array.from({ length: 50 }, (_, n) => (n % 2 ? onOne("ann", `s${n}`) : onTwo("ann", `s${n}`)));
      const admissions = await Promise.all(coming.map((member, n) => admit({ ...member, entryId: `entry ${n}` })));
      expect(admissions.filter(({ outcome }) => outcome === "admitted")).toHaveLength(1);
      expect(admissions.filter(({ outcome }) => outcome === "taken")).toHaveLength(49);
    });

    it("refuses a user who sits there", async () => {
      await admit(onOne("ann"));
      const other = { ...onTwo("ann", "another seat"), entryId: "another entry" };
      expect(await admit(other)).toEqual({ outcome: "taken" });
      expect(await admit(other, { capacity: 1 })).toEqual({ outcome: "taken" });
    });

    it("replaces a user who sits there by the same entry, also in a full room, in the same session", async () => {
      const first = await admitted(admit(onOne("ann")));
      await admit(onOne("bob"));
      const again = await admitted(admit(onTwo("ann", "another seat"), { capacity: 2 }));
      expect(again).toEqual({
        outcome: "admitted",
        opened: false,
        session: first.session,
        others: [onOne("bob")],
        replaced: onOne("ann"),
      });
      await localOf(nodes.one, ["bob", "ann"]);
      expect(await nodes.one.cluster.rosters.count(key)).toBe(2);
    });

    it("replaces someone alone without ending the session", async () => {
      const first = await admitted(admit(onOne("ann")));
      const again = await admitted(admit(onOne("ann", "another seat")));
      expect(again.session).toEqual(first.session);
      expect(again.opened).toBe(false);
    });

    it("keeps apps and rooms apart", async () => {
      await admit(onOne("ann"), { capacity: 1 });
      for (const elsewhere of [
        { appId: "app", roomId: "other" },
        { appId: "other", roomId: "room" },
        { appId: "app/room", roomId: "x" },
        { appId: "a", roomId: "pp-room" },
      ]) {
        const { others, opened } = await admitted(admit(onOne("ann", `seat in ${elsewhere.roomId}`), {}, elsewhere));
        expect({ others, opened }).toEqual({ others: [], opened: true });
      }
      expect(await nodes.one.cluster.rosters.count(key)).toBe(1);
    });
  });

  describe("release", () => {
    it("frees the seat and tells who stays", async () => {
      await admit(onOne("ann"));
      await admit(onTwo("bob"));
      expect(await release("seat-of-ann")).toEqual({ outcome: "released", others: [onTwo("bob")] });
      expect((await admitted(admit(onOne("ann"), { capacity: 2 }))).opened).toBe(false);
    });

    it("of the last one ends the session, with how many there were at most", async () => {
      const { session } = await admitted(admit(onOne("ann")));
      await admit(onTwo("bob"));
      await release("seat-of-bob");
      await admit(onTwo("cem"));
      await admit(onTwo("cem", "again"));
      await release("seat-of-ann");
      expect(await release("again")).toEqual({ outcome: "released", others: [], ended: { session, peak: 2 } });
      const next = await admitted(admit(onOne("dan")));
      expect(next.opened).toBe(true);
      expect(next.session.sessionId).not.toBe(session.sessionId);
    });

    it("changes nothing when the seat is free already", async () => {
      await admit(onOne("ann"));
      await admit(onOne("bob"));
      await release("seat-of-ann");
      expect(await release("seat-of-ann")).toEqual({ outcome: "absent" });
      expect(await release("never sat")).toEqual({ outcome: "absent" });
      expect(await release("seat-of-bob", { ...key, appId: "other" })).toEqual({ outcome: "absent" });
      expect(await nodes.one.cluster.rosters.count(key)).toBe(1);
    });

    it("of a replaced seat changes nothing", async () => {
      await admit(onOne("ann"));
      await admit(onOne("ann", "newer"));
      expect(await release("seat-of-ann")).toEqual({ outcome: "absent" });
      expect(await nodes.one.cluster.rosters.count(key)).toBe(1);
    });

    it("ends the session once when all leave at once", async () => {
      const users = Array.from({ length: 20 }, (_, n) => `u${n}`);
      for (const user of users) await admit(onOne(user), { capacity: 20 });
      const releases = await Promise.all(
        users.flatMap((user) => [release(`seat-of-${user}`), release(`seat-of-${user}`)]),
      );
      expect(releases.filter(({ outcome }) => outcome === "released")).toHaveLength(20);
      const ended = releases.flatMap((one) => (one.outcome === "released" && one.ended ? [one.ended] : []));
      expect(ended).toEqual([{ session: expect.objectContaining(key), peak: 20 }]);
    });
  });

  describe("update", () => {
    it("changes what the member sends, and keeps its place", async () => {
      await admit(onOne("ann"));
      await admit(onTwo("bob"));
      const changed = { ...onOne("ann"), audio: false, screen: true };
      expect(await nodes.one.cluster.rosters.update(key, "seat-of-ann", { audio: false, screen: true })).toEqual(
        changed,
      );
      await localOf(nodes.two, ["ann", "bob"]);
      await expect.poll(() => nodes.two.cluster.rosters.local(key).get("ann"), { interval: 5 }).toEqual(changed);
    });

    it("is undefined for a seat that is gone", async () => {
      await admit(onOne("ann"));
      expect(await nodes.one.cluster.rosters.update(key, "never sat", { audio: false })).toBeUndefined();
      await release("seat-of-ann");
      expect(await nodes.one.cluster.rosters.update(key, "seat-of-ann", { audio: false })).toBeUndefined();
    });
  });

  describe("local", () => {
    it("has everyone, on each node that holds one of them", async () => {
      await admit(onOne("ann"));
      await admit(onTwo("bob"));
      await admit(onOne("cem"));
      await localOf(nodes.one, ["ann", "bob", "cem"]);
      await localOf(nodes.two, ["ann", "bob", "cem"]);
      await release("seat-of-ann");
      await localOf(nodes.one, ["bob", "cem"]);
      expect(nodes.one.cluster.rosters.local(key).get("bob")).toEqual(onTwo("bob"));
    });

    it("is complete on the admitting node as soon as it is admitted", async () => {
      await admit(onOne("ann"));
      await admit(onTwo("bob"));
      expect([...nodes.two.cluster.rosters.local(key).keys()]).toEqual(["ann", "bob"]);
    });

    it("is empty for a room that nobody is in", async () => {
      expect(nodes.one.cluster.rosters.local(key).size).toBe(0);
    });
  });

  describe("members and live", () => {
    it("tell of a room and of an app from any node", async () => {
      await admit(onOne("ann"));
      await admit(onTwo("bob"));
      await admit(onOne("cem"), {}, { appId: "app", roomId: "second" });
      await admit(onOne("dan"), {}, { appId: "other", roomId: "room" });
      for (const { cluster } of [nodes.one, nodes.two]) {
        expect(await cluster.rosters.members(key)).toEqual([onOne("ann"), onTwo("bob")]);
        expect(await cluster.rosters.live("app")).toEqual(
          new Map([
            ["room", 2],
            ["second", 1],
          ]),
        );
        expect(await cluster.rosters.live("other")).toEqual(new Map([["room", 1]]));
      }
    });

    it("know nothing of rooms that nobody is in any more", async () => {
      expect(await nodes.one.cluster.rosters.members(key)).toEqual([]);
      await admit(onOne("ann"));
      await release("seat-of-ann");
      expect(await nodes.two.cluster.rosters.members(key)).toEqual([]);
      expect(await nodes.two.cluster.rosters.live("app")).toEqual(new Map());
    });
  });

  it("totals count rooms that are in use, and everyone in them", async () => {
    const { rosters } = nodes.two.cluster;
    expect(await rosters.totals()).toEqual({ rooms: 0, users: 0 });
    await admit(onOne("ann"));
    await admit(onTwo("bob"));
    await admit(onOne("ann", "elsewhere"), {}, { appId: "other", roomId: "room" });
    expect(await rosters.totals()).toEqual({ rooms: 2, users: 3 });
    await release("seat-of-ann");
    await release("seat-of-bob");
    await release("elsewhere", { appId: "other", roomId: "room" });
    expect(await rosters.totals()).toEqual({ rooms: 0, users: 0 });
    expect(await rosters.count(key)).toBe(0);
  });
}
