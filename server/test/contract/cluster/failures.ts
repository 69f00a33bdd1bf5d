import { afterEach, beforeEach, expect, it } from "vitest";
import type { MakeNodes, Nodes } from "./nodes.ts";

/** What every adapter of Failures keeps. */
export function failuresContract(makeNodes: MakeNodes): void {
  let nodes: Nodes;
  let now: number;
  beforeEach(async () => {
    now = 1_000_000;
    nodes = await makeNodes(() => now);
  });
  afterEach(() => nodes.close());

  const look = (key: string) => nodes.two.cluster.failures.look(key);
  const record = (key: string, delayOf: (count: number) => number) => nodes.one.cluster.failures.record(key, delayOf);

  it("knows nothing of a key that never failed", async () => {
    expect(await look("new")).toEqual({ waitMs: 0, count: 0 });
  });

  it("counts, and makes wait as long as the count says", async () => {
    const counts: number[] = [];
    for (let n = 1; n <= 3; n++) {
      await record("key", (count) => {
        counts.push(count);
        return count * 1000;
      });
      expect(await look("key")).toEqual({ waitMs: n * 1000, count: n });
    }
    expect(counts).toEqual([1, 2, 3]);
    now += 2500;
    expect(await look("key")).toEqual({ waitMs: 500, count: 3 });
    now += 500;
    expect(await look("key")).toEqual({ waitMs: 0, count: 3 });
  });

  it("loses none of many at once", async () => {
    await Promise.all(Array.from({ length: 50 }, () => record("rush", () => 0)));
    expect((await look("rush")).count).toBe(50);
  });

  it("forgives, and then starts afresh", async () => {
    await record("key", () => 1000);
    await nodes.two.cluster.failures.forgive("key");
    expect(await look("key")).toEqual({ waitMs: 0, count: 0 });
    await nodes.two.cluster.failures.forgive("never failed");
  });

  it("keeps keys apart", async () => {
    await record("one", () => 1000);
    expect((await look("two")).count).toBe(0);
  });

  it("forgets what has been quiet for long, and nothing else", async () => {
    await record("old", () => 1000);
    now += 10 * 60_000;
    await record("newer", () => 1000);
    now += 10 * 60_000;
    expect((await look("old")).count).toBe(0);
    expect((await look("newer")).count).toBe(1);
  });
}
