import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Event } from "../../../src/core/events.ts";
import type { MakeNodes, Nodes } from "./nodes.ts";

const numbered = (n: number): Event => ({ type: "participant-left", userId: `u${n}`, reason: "left" });

/** What every adapter of Bus keeps. */
export function busContract(makeNodes: MakeNodes): void {
  let nodes: Nodes;
  let arrived: { recipientId: string; event: Event }[];
  beforeEach(async () => {
    nodes = await makeNodes(Date.now);
    arrived = [];
    nodes.two.cluster.bus.onDelivery((recipientId, event) => void arrived.push({ recipientId, event }));
  });
  afterEach(() => nodes.close());

  it("brings each event once and in order to the node it is for", async () => {
    const sent = Array.from({ length: 500 }, (_, n) => ({ recipientId: `r${n % 3}`, event: numbered(n) }));
    const { nodeId } = nodes.two;
    for (const { recipientId, event } of sent) nodes.one.cluster.bus.deliver({ nodeId, recipientId }, event);
    await expect.poll(() => arrived.length, { interval: 5 }).toBe(sent.length);
    expect(arrived).toEqual(sent);
  });

  it("brings a node's events to itself", async () => {
    const { nodeId, cluster } = nodes.two;
    cluster.bus.deliver({ nodeId, recipientId: "self" }, numbered(1));
    await expect.poll(() => arrived, { interval: 5 }).toEqual([{ recipientId: "self", event: numbered(1) }]);
  });

  describe("broadcast", () => {
    it("reaches every node once, in order per sender, with the app it is about", async () => {
      const every = [...new Set([nodes.one, nodes.two])];
      const heard = every.map(() => [] as { appId: string; event: Event }[]);
      for (const [n, { cluster }] of every.entries()) {
        cluster.bus.onBroadcast((appId, event) => void heard[n]?.push({ appId, event }));
      }
      const sent = Array.from({ length: 500 }, (_, n) => ({ appId: `app-${n % 3}`, event: numbered(n) }));
      for (const { appId, event } of sent) nodes.one.cluster.bus.broadcast(appId, event);
      for (const of of heard) {
        await expect.poll(() => of.length, { interval: 5 }).toBe(sent.length);
        expect(of).toEqual(sent);
      }
      expect(arrived, "nobody in particular was meant").toEqual([]);
    });

    it("and a delivery is no broadcast", async () => {
      const heard: Event[] = [];
      nodes.two.cluster.bus.onBroadcast((_, event) => void heard.push(event));
      nodes.one.cluster.bus.deliver({ nodeId: nodes.two.nodeId, recipientId: "r" }, numbered(1));
      await expect.poll(() => arrived.length, { interval: 5 }).toBe(1);
      expect(heard).toEqual([]);
    });
  });

  it("carries a description as it is", async () => {
    const event: Event = {
      type: "signal",
      from: "ann",
      roomId: "room",
      signal: { kind: "offer", payload: { type: "offer", sdp: "v=0\r\n\u2028é😀".repeat(1000) } },
    };
    nodes.one.cluster.bus.deliver({ nodeId: nodes.two.nodeId, recipientId: "r" }, event);
    await expect.poll(() => arrived, { interval: 5 }).toEqual([{ recipientId: "r", event }]);
  });
}
