import { afterEach, beforeEach, expect, vi } from "vitest";
import type { DevicePolicy } from "../../src/core/commands.ts";
import { startCore, type TestCore, userToken, Wire } from "./test-core.ts";

/**
 * Call it once at the top of a test file: each test has a core of its own, on a clock that only the test moves, and
 * fails on any cause of INTERNAL that it didn't take out of `reported`.
 * @returns that core, and what its users do there
 */
export function coreForEachTest() {
  let running: TestCore | undefined;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
    running = await startCore();
  });
  afterEach(async () => {
    const { reported } = test;
    await running?.close();
    vi.useRealTimers();
    expect(reported).toEqual([]);
  });

  const current = () => running ?? expect.unreachable("The core starts before the first test, not with the file.");
  const test: Omit<TestCore, "published" | "close"> = {
    get core() {
      return current().core;
    },
    get cluster() {
      return current().cluster;
    },
    get storage() {
      return current().storage;
    },
    get reported() {
      return current().reported;
    },
  };

  async function online(userId: string, device?: DevicePolicy): Promise<Wire> {
    const wire = new Wire(test);
    expect(await wire.enter(userToken(userId), device)).toEqual({ ok: true });
    return wire;
  }

  /** As whoever comes by the wire that carries descriptions. */
  async function sdpOnline(userId: string): Promise<Wire> {
    const wire = new Wire(test);
    const device = { deviceId: "only", medium: "sdp", graceMs: 0 } as const;
    expect(await wire.ask({ type: "go-online", userId, device })).toEqual({ ok: true });
    return wire;
  }

  async function invite(from: Wire, to: string): Promise<string> {
    const reply = await from.ask({ type: "invite", to, video: true });
    if (!reply.ok || !reply.answer || !("callId" in reply.answer)) return expect.unreachable("not invited");
    return reply.answer.callId;
  }

  /** Ann and Bob, who have answered and not entered yet. */
  async function accepted() {
    const [ann, bob] = [await online("ann"), await online("bob")];
    const callId = await invite(ann, "bob");
    expect(await bob.ask({ type: "answer", call: { callId } })).toEqual({ ok: true });
    const [forAnn, forBob] = [ann.all("call-answered")[0]?.room, bob.all("call-answered")[0]?.room];
    if (!forAnn || !forBob) return expect.unreachable("no room");
    const key = { appId: "public", roomId: forAnn.roomId };
    return { ann, bob, callId, tokens: { ann: forAnn.token, bob: forBob.token }, key };
  }

  async function enter(token: string): Promise<Wire> {
    const wire = new Wire(test);
    expect(await wire.enter(token)).toEqual({ ok: true });
    return wire;
  }

  return { test, online, sdpOnline, invite, accepted, enter };
}
