import type { Cluster } from "../../src/cluster/cluster.ts";
import { createMemoryCluster } from "../../src/cluster/memory/index.ts";
import type { Command, DevicePolicy } from "../../src/core/commands.ts";
import { type Core, createCore } from "../../src/core/core.ts";
import type { DomainEvent } from "../../src/core/domain-events.ts";
import type { Event } from "../../src/core/events.ts";
import type { Claims } from "../../src/core/ports.ts";
import { openSqliteStorage, type Storage } from "../../src/storage/storage.ts";

/** A core over memory, whose tokens say what they claim. */
export interface TestCore {
  core: Core;
  cluster: Cluster;
  storage: Storage;
  published: DomainEvent[];
  /** Causes of INTERNAL. */
  reported: unknown[];
  close(): Promise<void>;
}

export async function startCore({ callTimeoutMs = 30_000 } = {}): Promise<TestCore> {
  const storage = await openSqliteStorage(":memory:");
  const cluster = createMemoryCluster(Date.now);
  const published: DomainEvent[] = [];
  const reported: unknown[] = [];
  const core = createCore({
    ...cluster,
    // Its windows are timers; none of this is about them.
    limits: { take: async () => 0, count: async () => ({ waitMs: 0, remaining: 1, resetMs: 0 }) },
    nodeId: "node",
    rooms: storage.rooms,
    sessions: storage.sessions,
    pairings: storage.pairings,
    apps: storage.apps,
    tokens: {
      ttlSeconds: 60,
      issueRoomToken: async (claims) => JSON.stringify({ kind: "room", ...claims }),
      issueUserToken: async (claims) => JSON.stringify({ kind: "user", ...claims }),
      issueAppToken: async (claims) => JSON.stringify({ kind: "app", ...claims }),
      verify: async (token) => JSON.parse(token) as Claims,
    },
    passwords: { hash: async (password) => password, verify: async (password, hash) => password === hash },
    iceServersFor: () => [],
    publish: (event) => void published.push(event),
    report: (cause) => void reported.push(cause),
    now: Date.now,
    policy: { maxParticipants: 10, joinRate: 100, apiRate: 1_000_000, messageRate: 1_000_000, callTimeoutMs },
  });
  return {
    core,
    cluster,
    storage,
    published,
    reported,
    async close() {
      await core.close();
      await storage.close();
    },
  };
}

/** A connection over a wire that is an array. */
export class Wire {
  readonly heard: Event[] = [];
  closed = 0;
  readonly #connection: ReturnType<Core["connect"]>;

  constructor({ core }: Pick<TestCore, "core">) {
    const close = () => {
      this.closed += 1;
    };
    this.#connection = core.connect({ send: (event) => void this.heard.push(event), close }, "address");
  }

  async ask(command: Command) {
    return this.#connection.perform(() => command);
  }

  end(how: "left" | "lost"): void {
    this.#connection.end(how);
  }

  /** Comes in with a token: of a room, or of a user. */
  enter(token: string, device: DevicePolicy = { medium: "room", graceMs: 10_000 }) {
    return this.ask({ type: "enter", token, policy: { graceMs: 10_000 }, device });
  }

  types(): Event["type"][] {
    return this.heard.map(({ type }) => type);
  }

  /** What was heard of this type, oldest first. */
  all<T extends Event["type"]>(type: T): Extract<Event, { type: T }>[] {
    return this.heard.filter((event): event is Extract<Event, { type: T }> => event.type === type);
  }
}

/** A user token as `startCore` understands it. */
export function userToken(userId: string): string {
  return JSON.stringify({ kind: "user", appId: "public", userId, name: userId, ownerId: `owner of ${userId}` });
}
