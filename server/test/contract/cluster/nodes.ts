import type { Cluster } from "../../../src/cluster/cluster.ts";

/** One node's hold on the cluster. */
export interface Node {
  nodeId: string;
  cluster: Cluster;
}

export interface Nodes {
  /** Two ends of one cluster; where a cluster can only have one node, both are that one. */
  one: Node;
  two: Node;
  close(): Promise<void>;
}

/** Makes an empty cluster whose idea of the time is `now`. */
export type MakeNodes = (now: () => number) => Promise<Nodes>;
