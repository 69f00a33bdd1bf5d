import { describe, expect, it, vi } from "vitest";
import { coreForEachTest } from "../../../test/helpers/core-for-each-test.ts";
import { ended } from "../../../test/helpers/ended.ts";
import { userToken, Wire } from "../../../test/helpers/test-core.ts";
import type { DevicePolicy } from "../commands.ts";

// What happens between two steps of the server's own.

const { test, online, sdpOnline, invite } = coreForEachTest();

const PHONE: DevicePolicy = { deviceId: "phone", medium: "room", graceMs: 10_000 };

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
