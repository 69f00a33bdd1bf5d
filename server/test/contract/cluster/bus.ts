import { afterEach, beforeEach, expect, it } from "vitest";
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
