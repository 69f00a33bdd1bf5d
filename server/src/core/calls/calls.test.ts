import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startCore, type TestCore, userToken, Wire } from "../../../test/helpers/test-core.ts";
import type { DevicePolicy } from "../commands.ts";

// What takes minutes in life, and what happens between two steps of the server's own.

let test: TestCore;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  test = await startCore();
});
afterEach(async () => {
  await test.close();
  vi.useRealTimers();
  expect(test.reported).toEqual([]);
});

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

const PHONE: DevicePolicy = { deviceId: "phone", medium: "room", graceMs: 10_000 };

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

const ended = (callId: string, reason: string, by?: string) => ({
  type: "call-ended",
  callId,
  reason,
  ...(by === undefined ? {} : { by }),
});

describe("native-call-10: two who are to meet in the call's room", () => {
  it.each([
    ["neither of them", [] as const],
    ["the caller alone", ["ann"] as const],
    ["the callee alone", ["bob"] as const],
  ])("have thirty seconds: %s came, it failed for both", async (_, coming) => {
    const { ann, bob, callId, tokens, key } = await accepted();
    const inside = await Promise.all(coming.map((who) => enter(tokens[who])));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(ann.types()).not.toContain("call-ended");
    await vi.advanceTimersByTimeAsync(1);
    for (const wire of [ann, bob]) expect(wire.all("call-ended")).toMatchObject([ended(callId, "failed")]);
    for (const wire of [ann, bob]) expect(wire.all("call-ended")[0]?.by).toBeUndefined();
    expect(await test.cluster.calls.busy("public")).toEqual(new Set());

    for (const wire of inside) await wire.ask({ type: "leave" });
    expect(await test.storage.rooms.find(key)).toBeUndefined();
  });

  it("who both came are left alone", async () => {
    const { ann, bob, tokens } = await accepted();
    await enter(tokens.ann);
    await vi.advanceTimersByTimeAsync(29_000);
    await enter(tokens.bob);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([...ann.types(), ...bob.types()]).not.toContain("call-ended");
  });

  it("who came too late meet nobody, and their call stays ended", async () => {
    const { ann, bob, callId, tokens } = await accepted();
    await enter(tokens.ann);
    await vi.advanceTimersByTimeAsync(30_000);
    const late = await new Wire(test).enter(tokens.bob);
    expect(late).toMatchObject({ ok: false, refusal: { code: "NOT_FOUND" } });
    await vi.advanceTimersByTimeAsync(60_000);
    for (const wire of [ann, bob]) expect(wire.all("call-ended")).toMatchObject([ended(callId, "failed")]);
  });
});

describe("a connection that is lost", () => {
  it("native-call-9: in the room: the call ends with the seat, ten seconds later", async () => {
    const { ann, bob, callId, tokens } = await accepted();
    const [, bobInside] = [await enter(tokens.ann), await enter(tokens.bob)];
    bobInside.end("lost");
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ann.types()).not.toContain("call-ended");
    await vi.advanceTimersByTimeAsync(1);
    for (const wire of [ann, bob]) expect(wire.all("call-ended")).toMatchObject([ended(callId, "disconnected", "bob")]);
  });

  it.each([
    ["the caller", "ann"],
    ["the callee", "bob"],
  ])("native-call-11: of %s while it rings: the call ends with the device, ten seconds later", async (_, who) => {
    const users = { ann: await online("ann"), bob: await online("bob") };
    const callId = await invite(users.ann, "bob");
    const [gone, left] = who === "ann" ? [users.ann, users.bob] : [users.bob, users.ann];
    gone.end("lost");
    await vi.advanceTimersByTimeAsync(9_999);
    expect(left.types()).not.toContain("call-ended");
    await vi.advanceTimersByTimeAsync(1);
    expect(left.all("call-ended")).toMatchObject([ended(callId, "disconnected", who)]);
    expect(await test.cluster.presence.list("public", 100)).toHaveLength(1);
    expect(await test.cluster.calls.busy("public")).toEqual(new Set());
  });

  it("native-call-11: of one who has answered and not entered yet: the call ends with the device", async () => {
    const { ann, bob, callId, tokens } = await accepted();
    await enter(tokens.ann);
    bob.end("lost");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ann.all("call-ended")).toMatchObject([ended(callId, "disconnected", "bob")]);
  });

  it("native-online-6: of a user takes them offline ten seconds later, and is told to those who watch", async () => {
    const [ann, bob] = [await online("ann"), await online("bob")];
    await ann.ask({ type: "watch-users" });
    bob.end("lost");
    await vi.advanceTimersByTimeAsync(9_999);
    expect(ann.types()).toEqual(["online"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ann.all("user-status").map(({ user }) => user)).toEqual([{ userId: "bob", name: "bob", status: "offline" }]);
  });

  it("native-call-12: and back in time isn't missed", async () => {
    const [ann, bob] = [await online("ann"), await online("bob", PHONE)];
    await invite(ann, "bob");
    bob.end("lost");
    await vi.advanceTimersByTimeAsync(9_000);
    const back = await online("bob", PHONE);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(back.all("online")[0]?.call).toMatchObject({ state: "incoming", timeoutMs: 21_000 });
    expect(ann.types()).toEqual(["online"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ann.all("call-ended")).toMatchObject([{ reason: "timeout" }]);
    expect(back.all("call-ended")).toMatchObject([{ reason: "timeout" }]);
  });
});

describe("between two steps", () => {
  /** Lets the next call of a method wait until it is let go. */
  function hold<T extends object, K extends keyof T>(object: T, name: K) {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: reached, resolve: arrived } = Promise.withResolvers<void>();
    const original = object[name] as (...args: unknown[]) => unknown;
    vi.spyOn(object, name as never).mockImplementationOnce((async (...args: unknown[]) => {
      arrived();
      await held;
      return original.apply(object, args);
    }) as never);
    return { reached, letGo };
  }

  it("native-call-13: hung up while the room is being made: nobody is told afterwards that it began", async () => {
    const [ann, bob] = [await online("ann"), await online("bob")];
    const callId = await invite(ann, "bob");
    const { reached, letGo } = hold(test.storage.rooms, "create");
    const answering = bob.ask({ type: "answer", call: { callId } });
    await reached;
    expect(await ann.ask({ type: "hang-up", call: { callId } })).toEqual({ ok: true });
    letGo();
    await answering;
    expect(ann.types()).toEqual(["online"]);
    expect(bob.types()).toEqual(["online", "call-incoming", "call-ended"]);
    expect(await test.storage.rooms.sweep("invited", Number.MAX_SAFE_INTEGER)).toBe(0);
    expect(await invite(bob, "ann")).not.toBe(callId);
  });

  it("native-call-10: a room that can't be made: the call has failed for both, and the cause is the operator's", async () => {
    const [ann, bob] = [await online("ann"), await online("bob")];
    const callId = await invite(ann, "bob");
    vi.spyOn(test.storage.rooms, "create").mockRejectedValueOnce(new Error("disk on fire"));
    await bob.ask({ type: "answer", call: { callId } });
    for (const wire of [ann, bob]) {
      expect(wire.all("call-ended")).toMatchObject([ended(callId, "failed")]);
      expect(wire.types()).not.toContain("call-answered");
    }
    expect(test.reported.splice(0)).toEqual([new Error("disk on fire")]);
    await invite(bob, "ann");
  });

  it("native-call-12: a device that comes online while the call is being made rings once", async () => {
    const [ann, bob] = [await online("ann"), await online("bob")];
    const { reached, letGo } = hold(test.cluster.calls, "apply");
    const coming = online("bob");
    await reached;
    const callId = await invite(ann, "bob");
    letGo();
    const second = await coming;
    expect(second.types()).toEqual(["online", "call-incoming"]);
    expect(second.all("online")[0]).not.toHaveProperty("call");
    expect(await second.ask({ type: "answer", call: { callId } })).toEqual({ ok: true });
    expect(bob.all("call-taken")).toHaveLength(1);
  });

  it("native-call-12: a device that comes between the look and the call rings in the place of the one that went", async () => {
    const [ann, bob] = [await online("ann"), await online("bob")];
    const { reached, letGo } = hold(test.cluster.calls, "start");
    const inviting = invite(ann, "bob");
    await reached;
    const newer = await online("bob");
    bob.end("left");
    await vi.advanceTimersByTimeAsync(0);
    letGo();
    const callId = await inviting;
    expect(newer.types()).toEqual(["online", "call-incoming"]);
    expect(bob.types()).toEqual(["online"]);
    expect(await newer.ask({ type: "answer", call: { callId } })).toEqual({ ok: true });
    expect(ann.types()).toEqual(["online", "call-answered"]);
  });

  it("native-call-12: a device that comes right after the call began is told once", async () => {
    const [ann, bob] = [await online("ann"), await online("bob")];
    const { reached, letGo } = hold(test.cluster.presence, "devicesOf");
    const inviting = invite(ann, "bob");
    await reached;
    letGo();
    const second = online("bob");
    const callId = await inviting;
    const told = [...(await second).all("online").map(({ call }) => call), ...(await second).all("call-incoming")];
    expect(told.filter((one) => one?.callId === callId)).toHaveLength(1);
    expect(bob.all("call-incoming")).toHaveLength(1);
  });

  it("native-call-11: a device that goes while the call is being made isn't waited for", async () => {
    const [ann, bob] = [await online("ann"), await online("bob")];
    const { reached, letGo } = hold(test.cluster.calls, "start");
    const inviting = ann.ask({ type: "invite", to: "bob", video: true });
    await reached;
    bob.end("left");
    await vi.advanceTimersByTimeAsync(0);
    letGo();
    expect(await inviting).toMatchObject({ ok: false, refusal: { code: "USER_OFFLINE" } });
    expect(ann.types()).toEqual(["online"]);
    expect(await test.cluster.calls.busy("public")).toEqual(new Set());
  });

  it("direct-register-5: a caller who signs in anew while the call is being made leaves nobody ringing", async () => {
    const [ann, bob] = [await sdpOnline("ann"), await sdpOnline("bob")];
    const { reached, letGo } = hold(test.cluster.calls, "start");
    const offer = { type: "offer", sdp: "" } as const;
    const inviting = ann.ask({ type: "invite", to: "bob", video: false, offer });
    await reached;
    const newer = await sdpOnline("ann");
    letGo();
    expect(await inviting).toMatchObject({ ok: false });
    expect(ann.types()).toEqual(["online", "signed-out"]);
    expect(bob.types()).toEqual(["online"]);
    expect(await newer.ask({ type: "invite", to: "bob", video: false, offer })).toMatchObject({ ok: true });
  });

  it("a device that is signed out before it knows that it is online is told so, and closed", async () => {
    const { reached, letGo } = hold(test.cluster.calls, "apply");
    const wire = new Wire(test);
    const entering = wire.enter(userToken("ann"), PHONE);
    await reached;
    const newer = await online("ann", PHONE);
    letGo();
    await entering;
    expect(wire.types()).toEqual(["online", "signed-out"]);
    expect(wire.closed).toBe(1);
    expect(newer.types()).toEqual(["online"]);
    expect(await test.cluster.presence.devicesOf({ appId: "public", userId: "ann" })).toHaveLength(1);
  });

  it("direct-register-4: a name that turns out to be taken costs nobody the one they have", async () => {
    const [ann, bob] = [await sdpOnline("ann"), await sdpOnline("bob")];
    await online("cem");
    await ann.ask({ type: "invite", to: "bob", video: false, offer: { type: "offer", sdp: "" } });
    const device = { deviceId: "only", medium: "sdp", graceMs: 0 } as const;
    expect(await ann.ask({ type: "go-online", userId: "cem", device })).toMatchObject({
      ok: false,
      refusal: { code: "USER_ID_TAKEN" },
    });
    expect(bob.types()).toEqual(["online", "call-incoming"]);
    expect(await ann.ask({ type: "hang-up", call: { peer: "bob" } })).toEqual({ ok: true });
    expect(bob.types()).toEqual(["online", "call-incoming", "call-ended"]);
  });
});

it.each(["sdp", "room"] as const)(
  "a device with another medium is another device: the %s call rings on",
  async (medium) => {
    const other = medium === "sdp" ? "room" : "sdp";
    const device = (which: "sdp" | "room") => ({ deviceId: "one", medium: which, graceMs: 10_000 });
    const ann = await online("ann", device(medium));
    const bob = await online("bob", device(medium));
    const callId = await invite(ann, "bob");
    const back = await online("bob", device(other));
    expect(bob.types()).toEqual(["online", "call-incoming"]);
    expect(back.all("online")[0]).not.toHaveProperty("call");
    expect(await bob.ask({ type: "decline", call: { callId } })).toEqual({ ok: true });
    expect(ann.all("call-ended")).toMatchObject([ended(callId, "declined", "bob")]);
  },
);

describe("whatever the two do at the same moment", () => {
  const USERS = ["ann", "bob", "cem"] as const;
  const user = fc.constantFrom(...USERS);
  const action = fc.oneof(
    fc.record({ type: fc.constant("invite" as const), who: user, to: user }),
    fc.record({
      type: fc.constantFrom("answer" as const, "decline" as const, "hang-up" as const),
      who: user,
      to: user,
    }),
    fc.record({ type: fc.constant("wait" as const), who: user, to: user }),
  );

  it("every call ends once, and both sides are told the same, in the order it happened", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
        async (rounds) => {
          const own = await startCore();
          const wires = new Map<string, Wire>();
          for (const userId of USERS) {
            const wire = new Wire(own);
            await wire.ask({ type: "go-online", userId, device: { deviceId: "only", medium: "sdp", graceMs: 0 } });
            wires.set(userId, wire);
          }
          for (const round of rounds) {
            await Promise.all(
              round.map(async ({ type, who, to }) => {
                const wire = wires.get(who);
                if (type === "wait") return vi.advanceTimersByTimeAsync(30_000);
                if (type === "invite") {
                  return wire?.ask({ type, to, video: false, offer: { type: "offer", sdp: "" } });
                }
                const answer = { type: "answer", sdp: "" } as const;
                return wire?.ask({ type, call: { peer: to }, ...(type === "answer" ? { answer } : {}) });
              }),
            );
          }
          for (const [userId, wire] of wires) {
            for (const peer of USERS) if (peer !== userId) await wire.ask({ type: "hang-up", call: { peer } });
          }

          const byType = (type: string) =>
            own.published.flatMap((event) => (event.type === type && "callId" in event ? [event.callId] : []));
          const endings = own.published.flatMap((event) => (event.type === "call.ended" ? [event] : []));
          expect(byType("call.ended").sort()).toEqual(byType("call.ringing").sort());
          expect(new Set(byType("call.ended")).size).toBe(endings.length);
          expect(await own.cluster.calls.busy("public")).toEqual(new Set());
          await vi.advanceTimersByTimeAsync(1000);
          expect(vi.getTimerCount(), "but for the two that each core keeps").toBeLessThanOrEqual(4);
          for (const { callId, reason } of endings) {
            const told = [...wires.values()].flatMap((wire) =>
              wire.all("call-ended").filter((one) => one.callId === callId),
            );
            expect(told.length).toBe(reason === "timeout" ? 2 : 1);
            for (const one of told) expect(one.reason).toBe(reason);
          }
          for (const wire of wires.values()) {
            for (const [n, event] of wire.heard.entries()) {
              if (event.type !== "call-ended") continue;
              const later = wire.heard.slice(n + 1);
              expect(later.some((one) => "callId" in one && one.callId === event.callId)).toBe(false);
            }
          }
          expect(own.reported).toEqual([]);
          await own.close();
        },
      ),
      { numRuns: 150 },
    );
  });
});
