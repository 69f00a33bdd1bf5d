import { describe, expect, it, vi } from "vitest";
import { coreForEachTest } from "../../../test/helpers/core-for-each-test.ts";
import { ended } from "../../../test/helpers/ended.ts";
import { Wire } from "../../../test/helpers/test-core.ts";
import type { DevicePolicy } from "../commands.ts";

// What takes minutes in life.

const { test, online, invite, accepted, enter } = coreForEachTest();

const PHONE: DevicePolicy = { deviceId: "phone", medium: "room", graceMs: 10_000 };

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
