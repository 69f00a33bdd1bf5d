import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DeviceRecord, MAX_DEVICES } from "../../../src/core/ports.ts";
import type { UserKey } from "../../../src/core/users/user.ts";
import { deviceOf } from "../../helpers/device.ts";
import type { MakeNodes, Nodes } from "./nodes.ts";

const keyOf = (userId: string, appId = "app"): UserKey => ({ appId, userId });

/** What every adapter of Presence keeps. */
export function presenceContract(makeNodes: MakeNodes): void {
  let nodes: Nodes;
  beforeEach(async () => {
    nodes = await makeNodes(Date.now);
  });
  afterEach(() => nodes.close());

  const onOne = (userId: string, recipientId?: string, more?: Partial<DeviceRecord>) =>
    deviceOf(userId, nodes.one.nodeId, recipientId, more);
  const onTwo = (userId: string, recipientId?: string, more?: Partial<DeviceRecord>) =>
    deviceOf(userId, nodes.two.nodeId, recipientId, more);
  const register = (device: DeviceRecord, key = keyOf(device.userId)) =>
    (device.address.nodeId === nodes.one.nodeId ? nodes.one : nodes.two).cluster.presence.register(key, device);
  const unregister = (userId: string, recipientId: string) =>
    nodes.two.cluster.presence.unregister(keyOf(userId), recipientId);
  const devicesOf = (userId: string, appId?: string) => nodes.one.cluster.presence.devicesOf(keyOf(userId, appId));

  describe("register", () => {
    it("puts a user online, on their first device", async () => {
      expect(await register(onOne("ann"))).toEqual({ outcome: "online", first: true });
      expect(await devicesOf("ann")).toEqual([onOne("ann")]);
      expect(await nodes.two.cluster.presence.devicesOf(keyOf("ann"))).toEqual([onOne("ann")]);
    });

    it("adds more devices of the same owner, the oldest first", async () => {
      const devices = [onOne("ann", "a"), onTwo("ann", "b"), onOne("ann", "c")];
      const outcomes = [];
      for (const device of devices) outcomes.push(await register(device));
      expect(outcomes).toEqual([true, false, false].map((first) => ({ outcome: "online", first })));
      expect(await devicesOf("ann")).toEqual(devices);
    });

    it("replaces an older connection of the same device, and says which", async () => {
      const [old, other] = [onOne("ann", "a", { deviceId: "phone" }), onOne("ann", "b")];
      await register(old);
      await register(other);
      const newer = onTwo("ann", "c", { deviceId: "phone", name: "Ann" });
      expect(await register(newer)).toEqual({ outcome: "online", first: false, replaced: old });
      expect(await devicesOf("ann")).toEqual([other, newer]);
      const another = onTwo("ann", "d", { deviceId: "phone", medium: "sdp" });
      expect(await register(another)).toEqual({ outcome: "online", first: false });
      expect(await devicesOf("ann")).toEqual([other, newer, another]);
    });

    it("replaces the oldest where there are too many", async () => {
      const devices = Array.from({ length: MAX_DEVICES + 1 }, (_, n) => onOne("ann", `r${n}`, { deviceId: `d${n}` }));
      for (const device of devices.slice(0, -1)) expect(await register(device)).not.toHaveProperty("replaced");
      const [last] = devices.slice(-1);
      if (last) expect(await register(last)).toEqual({ outcome: "online", first: false, replaced: devices[0] });
      expect(await devicesOf("ann")).toEqual(devices.slice(1));
    });

    it("is no first time when the only device is replaced", async () => {
      await register(onOne("ann", "a", { deviceId: "phone" }));
      expect(await register(onOne("ann", "b", { deviceId: "phone" }))).toMatchObject({ first: false });
    });

    it("refuses the name to another owner, also on the same device, until it is free", async () => {
      await register(onOne("ann", "a", { deviceId: "phone" }));
      const thief = onTwo("ann", "b", { ownerId: "thief", deviceId: "phone" });
      expect(await register(thief)).toEqual({ outcome: "taken" });
      expect(await devicesOf("ann")).toEqual([onOne("ann", "a", { deviceId: "phone" })]);
      await unregister("ann", "a");
      expect(await register(thief)).toEqual({ outcome: "online", first: true });
    });

    it("lets one of 50 owners have a name that all come for at once", async () => {
      const coming = Array.from({ length: 50 }, (_, n) =>
        (n % 2 ? onOne : onTwo)("ann", `d${n}`, { ownerId: `o${n}` }),
      );
      const outcomes = await Promise.all(coming.map((device) => register(device)));
      expect(outcomes.filter(({ outcome }) => outcome === "online")).toEqual([{ outcome: "online", first: true }]);
      expect(outcomes.filter(({ outcome }) => outcome === "taken")).toHaveLength(49);
      expect(await devicesOf("ann")).toHaveLength(1);
    });

    it("leaves the last of 50 connections of a device that come at once, each of the others replaced once", async () => {
      const coming = Array.from({ length: 50 }, (_, n) =>
        (n % 2 ? onOne : onTwo)("ann", `d${n}`, { deviceId: "phone" }),
      );
      const outcomes = await Promise.all(coming.map((device) => register(device)));
      const replaced = outcomes.flatMap((one) =>
        one.outcome === "online" && one.replaced ? [one.replaced.address.recipientId] : [],
      );
      const left = (await devicesOf("ann")).map(({ address }) => address.recipientId);
      expect(left).toHaveLength(1);
      expect(outcomes.filter((one) => one.outcome === "online" && one.first)).toHaveLength(1);
      expect([...replaced, ...left].sort()).toEqual(coming.map(({ address }) => address.recipientId).sort());
    });

    it("keeps the same name in two apps apart", async () => {
      await register(onOne("ann", "a"));
      const elsewhere = onOne("ann", "b", { ownerId: "someone else" });
      expect(await register(elsewhere, keyOf("ann", "other"))).toEqual({ outcome: "online", first: true });
      expect(await devicesOf("ann")).toEqual([onOne("ann", "a")]);
      expect(await devicesOf("ann", "other")).toEqual([elsewhere]);
    });
  });

  describe("unregister", () => {
    it("leaves a user online with another device, and offline without", async () => {
      await register(onOne("ann", "a"));
      await register(onTwo("ann", "b"));
      expect(await unregister("ann", "a")).toBe("online");
      expect(await devicesOf("ann")).toEqual([onTwo("ann", "b")]);
      expect(await unregister("ann", "b")).toBe("offline");
      expect(await devicesOf("ann")).toEqual([]);
    });

    it("a replaced connection is absent: whoever replaced it stays", async () => {
      await register(onOne("ann", "a", { deviceId: "phone" }));
      await register(onTwo("ann", "b", { deviceId: "phone" }));
      expect(await unregister("ann", "a")).toBe("absent");
      expect(await devicesOf("ann")).toEqual([onTwo("ann", "b", { deviceId: "phone" })]);
    });

    it("is absent twice, and where nobody was", async () => {
      await register(onOne("ann", "a"));
      expect(await unregister("ann", "a")).toBe("offline");
      expect(await unregister("ann", "a")).toBe("absent");
      expect(await unregister("bob", "a")).toBe("absent");
    });

    it("leaves one offline among 20 that go at once", async () => {
      const devices = Array.from({ length: 20 }, (_, n) => onOne("ann", `d${n}`));
      for (const device of devices) await register(device);
      const gone = await Promise.all(devices.map(({ address }) => unregister("ann", address.recipientId)));
      expect(gone.filter((outcome) => outcome === "offline")).toHaveLength(1);
      expect(gone.filter((outcome) => outcome === "online")).toHaveLength(19);
    });
  });

  describe("list", () => {
    it("has everyone who is online in the app once, by userId", async () => {
      await register(onOne("cem"));
      await register(onTwo("ann", "a"));
      await register(onOne("ann", "b"));
      await register(onOne("bob"));
      await register(onOne("zoe"), keyOf("zoe", "other"));
      await unregister("bob", "device-of-bob");
      const people = [
        { userId: "ann", name: "Name of ann" },
        { userId: "cem", name: "Name of cem" },
      ];
      expect(await nodes.one.cluster.presence.list("app", 100)).toEqual(people);
      expect(await nodes.two.cluster.presence.list("app", 100)).toEqual(people);
    });

    it("is empty where nobody is", async () => {
      expect(await nodes.one.cluster.presence.list("app", 100)).toEqual([]);
    });
  });

  it("takes names for what they are", async () => {
    for (const userId of ["__proto__", "constructor", "a:b", "a/b"]) {
      expect(await register(onOne(userId))).toEqual({ outcome: "online", first: true });
      expect(await devicesOf(userId)).toEqual([onOne(userId)]);
    }
    expect(await devicesOf("hasOwnProperty")).toEqual([]);
  });
}
