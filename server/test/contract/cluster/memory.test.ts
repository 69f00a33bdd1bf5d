import { describe } from "vitest";
import { createMemoryCluster } from "../../../src/cluster/memory/index.ts";
import { busContract } from "./bus.ts";
import { callsContract } from "./calls.ts";
import { failuresContract } from "./failures.ts";
import { limitsContract } from "./limits.ts";
import type { MakeNodes } from "./nodes.ts";
import { presenceContract } from "./presence.ts";
import { revocationsContract } from "./revocations.ts";
import { rostersContract } from "./rosters.ts";

/** A cluster in memory has one node. */
const makeNodes: MakeNodes = async (now) => {
  const node = { nodeId: "alone", cluster: createMemoryCluster(now) };
  return { one: node, two: node, close: async () => {} };
};

describe("rosters in memory", () => rostersContract(makeNodes));
describe("presence in memory", () => presenceContract(makeNodes));
describe("calls in memory", () => callsContract(makeNodes));
describe("bus in memory", () => busContract(makeNodes));
describe("limits in memory", () => limitsContract(makeNodes));
describe("failures in memory", () => failuresContract(makeNodes));
describe("revocations in memory", () => revocationsContract(makeNodes));
