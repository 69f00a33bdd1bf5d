import { afterEach, beforeEach, expect, it } from "vitest";
import type { MakeNodes, Nodes } from "./nodes.ts";

/** What every adapter of Revocations keeps. */
export function revocationsContract(makeNodes: MakeNodes): void {
  let nodes: Nodes;
  let now: number;
  beforeEach(async () => {
    now = 1_000_000;
    nodes = await makeNodes(() => now);
  });
  afterEach(() => nodes.close());

  it("knows what was revoked, on whichever node, and nothing else", async () => {
    await nodes.one.cluster.revocations.revoke("entry", 60_000);
    expect(await nodes.two.cluster.revocations.isRevoked("entry")).toBe(true);
    expect(await nodes.two.cluster.revocations.isRevoked("other")).toBe(false);
  });

  it("forgets it when the token has expired anyway", async () => {
    await nodes.one.cluster.revocations.revoke("entry", 60_000);
    now += 60_000;
    expect(await nodes.two.cluster.revocations.isRevoked("entry")).toBe(false);
  });
}
