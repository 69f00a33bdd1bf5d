import { afterEach, beforeEach, expect, it } from "vitest";
import type { MakeNodes, Nodes } from "./nodes.ts";

/** What every adapter of Limits keeps. */
export function limitsContract(makeNodes: MakeNodes): void {
  let nodes: Nodes;
  beforeEach(async () => {
    nodes = await makeNodes(Date.now);
  });
  afterEach(() => nodes.close());

  const allowance = { points: 5, windowMs: 60_000 };

  it("grants the allowance over all nodes, then tells how long to wait", async () => {
    for (let n = 0; n < 5; n++) {
      const { cluster } = n % 2 ? nodes.one : nodes.two;
      expect(await cluster.limits.take("key", allowance)).toBe(0);
    }
    const wait = await nodes.one.cluster.limits.take("key", allowance);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60_000);
    expect(await nodes.two.cluster.limits.take("key", allowance)).toBeGreaterThan(0);
  });

  it("grants exactly as many when 50 ask at once", async () => {
    const waits = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n % 2 ? nodes.one : nodes.two).cluster.limits.take("rush", allowance)),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it("counts each key by itself, and each allowance of a key", async () => {
    for (let n = 0; n < 6; n++) await nodes.one.cluster.limits.take("busy", allowance);
    expect(await nodes.one.cluster.limits.take("other", allowance)).toBe(0);
    expect(await nodes.one.cluster.limits.take("busy", { points: 7, windowMs: 1000 })).toBe(0);
  });

  it("grants again when the wait is over", async () => {
    const short = { points: 1, windowMs: 1000 };
    await nodes.one.cluster.limits.take("short", short);
    expect(await nodes.one.cluster.limits.take("short", short)).toBeLessThanOrEqual(1000);
    await expect.poll(() => nodes.one.cluster.limits.take("short", short), { interval: 50, timeout: 3000 }).toBe(0);
  });

  it("tells what is left and when all of it is back", async () => {
    const left = [];
    for (let n = 0; n < 7; n++) {
      const { cluster } = n % 2 ? nodes.one : nodes.two;
      const { waitMs, remaining, resetMs } = await cluster.limits.count("counted", allowance);
      expect(resetMs).toBeGreaterThan(0);
      expect(resetMs).toBeLessThanOrEqual(60_000);
      expect(waitMs).toBe(n < 5 ? 0 : resetMs);
      left.push(remaining);
    }
    expect(left).toEqual([4, 3, 2, 1, 0, 0, 0]);
    expect(await nodes.one.cluster.limits.take("counted", allowance)).toBeGreaterThan(0);
  });
}
