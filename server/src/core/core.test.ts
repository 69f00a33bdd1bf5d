import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { roomOf } from "../../test/helpers/room.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { createMemoryCluster } from "../cluster/memory/index.ts";
import { openSqliteStorage } from "../storage/storage.ts";
import type { Command } from "./commands.ts";
import { type Connection, type Core, createCore } from "./core.ts";
import type { DomainEvent } from "./domain-events.ts";
import type { Event } from "./events.ts";

let core: Core;
let cluster: Cluster;
let published: DomainEvent[];
let reported: unknown[];
let storage: Awaited<ReturnType<typeof openSqliteStorage>>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  storage = await openSqliteStorage(":memory:");
  await storage.rooms.create({ ...roomOf("room"), appId: "public" });
  published = [];
  reported = [];
  cluster = createMemoryCluster(Date.now);
  core = createCore({
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
      issueRoomToken: async ({ userId }) => userId,
      issueUserToken: async ({ userId }) => userId,
      issueAppToken: async ({ appId }) => appId,
      verify: async (userId) => ({
        kind: "room",
        appId: "public",
        roomId: "room",
        userId,
        entryId: userId,
        name: userId,
        role: "participant",
        permissions: [],
      }),
    },
    passwords: { hash: async (password) => password, verify: async (password, hash) => password === hash },
    iceServersFor: () => [],
    publish: (event) => void published.push(event),
    report: (cause) => void reported.push(cause),
    now: Date.now,
    policy: { maxParticipants: 10, apiRate: 1000, joinRate: 100, messageRate: 100, callTimeoutMs: 30_000 },
  });
});
afterEach(async () => {
  await core.close();
  await storage.close();
  vi.useRealTimers();
  expect(reported).toEqual([]);
});

const GRACE = { graceMs: 10_000 } as const;
const DEVICE = { medium: "room", graceMs: 10_000 } as const;

/** A connection over a wire that is an array. */
async function arrive(token: string, more: Partial<Extract<Command, { type: "enter" }>> = {}) {
  const heard: { event: Event; seq: number | undefined }[] = [];
  const closed = vi.fn();
  const connection = core.connect({ send: (event, seq) => void heard.push({ event, seq }), close: closed }, "address");
  const reply = await connection.perform(() => ({ type: "enter", token, policy: GRACE, device: DEVICE, ...more }));
  const joined = heard.find(({ event }) => event.type === "joined")?.event;
  const key = joined?.type === "joined" ? joined.resume.key : "";
  return { connection, heard, closed, reply, key, types: () => heard.map(({ event }) => event.type) };
}

/** Lets what is under way finish: each command is a chain of promises. */
const settle = (connection: Connection) => connection.perform(() => ({ type: "set-media", media: {} }));

describe("a seat whose connection is lost", () => {
  it("is kept for exactly its grace, then given up and told", async () => {
    const ann = await arrive("ann");
    const bob = await arrive("bob");
    bob.connection.end("lost");
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ann.types()).toEqual(["joined", "participant-joined"]);
    expect(await core.totals()).toEqual({ rooms: 1, users: 2 });
    await vi.advanceTimersByTimeAsync(1);
    expect(ann.heard.at(-1)?.event).toEqual({ type: "participant-left", userId: "bob", reason: "disconnected" });
    expect(await core.totals()).toEqual({ rooms: 1, users: 1 });
    const late = await arrive("bob", { resume: { key: bob.key, seq: 0 } });
    expect(late.types()).toEqual(["joined"]);
  });

  it("isn't given up once it is taken back, and can be lost again for as long", async () => {
    const ann = await arrive("ann");
    const bob = await arrive("bob");
    bob.connection.end("lost");
    await vi.advanceTimersByTimeAsync(9_000);
    const back = await arrive("bob", { resume: { key: bob.key, seq: 0 } });
    expect(back.types()).toEqual(["resumed"]);
    await vi.advanceTimersByTimeAsync(60_000);
    back.connection.end("lost");
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ann.types()).toEqual(["joined", "participant-joined"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ann.types()).toEqual(["joined", "participant-joined", "participant-left"]);
  });

  it("collects what it misses, numbered on", async () => {
    const ann = await arrive("ann");
    const bob = await arrive("bob");
    const signal = { kind: "candidate", payload: null } as const;
    ann.connection.perform(() => ({ type: "signal", signal }));
    bob.connection.end("lost");
    ann.connection.perform(() => ({ type: "signal", signal }));
    await arrive("cem");
    const back = await arrive("bob", { resume: { key: bob.key, seq: 1 } });
    expect(back.heard.map(({ event, seq }) => [event.type, seq])).toEqual([
      ["resumed", undefined],
      ["signal", 2],
      ["participant-joined", 3],
    ]);
    expect(ann.types()).toEqual(["joined", "participant-joined", "participant-joined"]);
  });

  it("is given up at once where the wire has no resume", async () => {
    const ann = await arrive("ann");
    const bob = await arrive("bob", { policy: { graceMs: 0 } });
    bob.connection.end("lost");
    await settle(ann.connection);
    expect(ann.heard.at(-1)?.event).toMatchObject({ type: "participant-left", reason: "disconnected" });
  });

  it("may be lost while it is still being taken", async () => {
    const ann = await arrive("ann");
    const heard: Event[] = [];
    const connection = core.connect({ send: (event) => void heard.push(event), close: () => {} }, "address");
    const entering = connection.perform(() => ({ type: "enter", token: "bob", policy: GRACE, device: DEVICE }));
    connection.end("lost");
    connection.end("lost");
    await entering;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ann.types()).toEqual(["joined", "participant-joined", "participant-left"]);
    expect(await core.totals()).toEqual({ rooms: 1, users: 1 });
  });

  it("is gone when it is replaced meanwhile", async () => {
    const ann = await arrive("ann");
    const bob = await arrive("bob");
    bob.connection.end("lost");
    const again = await arrive("bob");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ann.types()).toEqual(["joined", "participant-joined", "participant-left", "participant-joined"]);
    const stale = await arrive("bob", { resume: { key: bob.key, seq: 0 } });
    expect(stale.types()).toEqual(["joined"]);
    expect(again.closed).toHaveBeenCalledOnce();
  });
});

describe("a connection that a resume took over", () => {
  it("is closed, and nothing it still says counts", async () => {
    const ann = await arrive("ann");
    const bob = await arrive("bob");
    const back = await arrive("bob", { resume: { key: bob.key, seq: 0 } });
    expect(bob.closed).toHaveBeenCalledOnce();
    expect(await bob.connection.perform(() => ({ type: "leave" }))).toMatchObject({
      ok: false,
      refusal: { code: "NOT_IN_ROOM" },
    });
    bob.connection.end("lost");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await settle(back.connection)).toEqual({ ok: true });
    expect(ann.types()).not.toContain("participant-left");
  });
});

describe("domain events", () => {
  it("tell of a session from its first to its last participant", async () => {
    const ann = await arrive("ann");
    const bob = await arrive("bob");
    await ann.connection.perform(() => ({ type: "leave" }));
    await vi.advanceTimersByTimeAsync(2000);
    await bob.connection.perform(() => ({ type: "leave" }));
    expect(published.map(({ type }) => type)).toEqual([
      "session.started",
      "participant.joined",
      "participant.joined",
      "participant.left",
      "participant.left",
      "session.ended",
    ]);
    expect(published.at(-1)).toMatchObject({ peak: 2, appId: "public", roomId: "room" });
    expect(await storage.rooms.find({ appId: "public", roomId: "room" })).toMatchObject({
      totalSessions: 1,
      totalDuration: 2000,
    });
  });

  it("let everyone who joined leave once, also whoever is replaced", async () => {
    await arrive("ann");
    await arrive("ann");
    const last = await arrive("ann");
    await last.connection.perform(() => ({ type: "leave" }));
    const reasons = published.flatMap((event) => (event.type === "participant.left" ? [event.reason] : []));
    expect(published.filter(({ type }) => type === "participant.joined")).toHaveLength(3);
    expect(reasons).toEqual(["replaced", "replaced", "left"]);
  });
});

it("a room in use is touched every minute, so that a killed process loses no more of its session", async () => {
  await arrive("ann");
  await vi.advanceTimersByTimeAsync(180_000);
  const before = await storage.rooms.find({ appId: "public", roomId: "room" });
  expect(await storage.sessions.closeOrphans()).toBe(1);
  const after = await storage.rooms.find({ appId: "public", roomId: "room" });
  expect(before?.lastUsed).toBe(Date.now());
  expect(after).toMatchObject({ totalSessions: 1, totalDuration: 180_000 });
});

it("a seat that is taken back before its admission is known stays empty", async () => {
  const { admit } = cluster.rosters;
  vi.spyOn(cluster.rosters, "admit").mockImplementationOnce(async (key, member, rule) => {
    const admission = await admit(key, member, rule);
    await cluster.rosters.release(key, member.address.recipientId);
    cluster.bus.deliver(member.address, { type: "ejected", reason: "removed" });
    return admission;
  });
  const ann = await arrive("ann");
  expect(ann.reply).toMatchObject({ ok: false, refusal: { code: "REMOVED" } });
  expect(ann.heard).toEqual([]);
  expect(await core.totals()).toEqual({ rooms: 0, users: 0 });
});

describe("a fault of ours", () => {
  it("is INTERNAL to the client and its cause to the operator", async () => {
    const ann = await arrive("ann");
    vi.spyOn(storage.rooms, "find").mockRejectedValue(new Error("disk on fire"));
    const reply = await ann.connection.perform(() => ({ type: "set-media", media: { screen: true } }));
    expect(reply).toMatchObject({ ok: false, refusal: { code: "INTERNAL" } });
    expect(JSON.stringify(reply)).not.toContain("fire");
    expect(reported.splice(0)).toEqual([new Error("disk on fire")]);
  });
});

it("commands of one connection are carried out in the order they came", async () => {
  const ann = await arrive("ann");
  const bob = await arrive("bob");
  const signal = { kind: "candidate", payload: null } as const;
  const replies = [
    bob.connection.perform(() => ({ type: "set-media", media: { audio: false } })),
    bob.connection.perform(() => ({ type: "signal", signal })),
    bob.connection.perform(() => ({ type: "leave" })),
    bob.connection.perform(() => ({ type: "signal", signal })),
  ];
  expect((await Promise.all(replies)).map(({ ok }) => ok)).toEqual([true, true, true, false]);
  expect(ann.types().slice(2)).toEqual(["media-changed", "signal", "participant-left"]);
});

it("a relay needs no promise", async () => {
  const ann = await arrive("ann");
  await arrive("bob");
  expect(ann.connection.perform(() => ({ type: "signal", signal: { kind: "candidate", payload: null } }))).toEqual({
    ok: true,
  });
});

it("draining tells all, refuses newcomers and resumes, and lets the others go on", async () => {
  const ann = await arrive("ann");
  const bob = await arrive("bob");
  core.drain(3000);
  expect(ann.heard.at(-1)?.event).toEqual({ type: "draining", retryAfterMs: 3000 });
  const late = await arrive("cem");
  expect(late.reply).toMatchObject({ ok: false, refusal: { code: "DRAINING" } });
  expect((await arrive("bob", { resume: { key: bob.key, seq: 0 } })).reply).toMatchObject({ ok: false });
  expect(bob.closed).not.toHaveBeenCalled();
  expect(await settle(bob.connection)).toEqual({ ok: true });
});

it("close leaves no timer, no seat and no open session", async () => {
  const ann = await arrive("ann");
  const bob = await arrive("bob");
  bob.connection.end("lost");
  await core.close();
  expect(vi.getTimerCount()).toBe(0);
  expect(await core.totals()).toEqual({ rooms: 0, users: 0 });
  expect(await storage.sessions.closeOrphans()).toBe(0);
  expect(ann.types()).toEqual(["joined", "participant-joined"]);
});
