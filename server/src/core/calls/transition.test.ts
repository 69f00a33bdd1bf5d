import type { CallEndReason } from "@chamcall/protocol";
import type { ErrorCode } from "@chamcall/protocol/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActiveCall, Call, Medium, RingingCall } from "./call.ts";
import { type CallEvent, type Transition, transition } from "./transition.ts";

const caller = { userId: "ann", name: "Ann" };
const callee = { userId: "bob", name: "Bob" };
const at = (recipientId: string) => ({ nodeId: "node", recipientId });
const base = { callId: "call", appId: "app", video: true, caller, callee };

const ringing = (medium: Medium, ...devices: string[]): RingingCall => ({
  ...base,
  medium,
  state: "ringing",
  ringsUntil: 30_000,
  callerAt: at("caller's"),
  ringing: devices.map(at),
});
const active = (medium: Medium, ...arrived: string[]): ActiveCall => ({
  ...base,
  medium,
  state: "active",
  callerAt: at("caller's"),
  calleeAt: at("callee's"),
  arrived,
});
const ended = (medium: Medium): Call => ({ ...base, medium, state: "ended", reason: "ended", by: "ann" });

/** Every state, by both media; the columns of the table below. */
const states = {
  "ringing on one device (sdp)": ringing("sdp", "callee's"),
  "ringing on two devices (room)": ringing("room", "callee's", "callee's other"),
  "active (sdp)": active("sdp"),
  "active (room, nobody in it yet)": active("room"),
  "active (room, one in it)": active("room", "ann"),
  "active (room, both in it)": active("room", "ann", "bob"),
  "ended (sdp)": ended("sdp"),
  "ended (room)": ended("room"),
} satisfies Record<string, Call>;

/** Every event, from every side; the rows. */
const events = {
  "answer, from the caller": { type: "answer", at: "caller's" },
  "answer, from the callee": { type: "answer", at: "callee's" },
  "answer, from the callee's other device": { type: "answer", at: "callee's other" },
  "answer, from a stranger": { type: "answer", at: "stranger's" },
  "answer, from the callee, with a room": { type: "answer", at: "callee's", roomId: "room" },
  "decline, from the caller": { type: "decline", at: "caller's" },
  "decline, from the callee": { type: "decline", at: "callee's" },
  "decline, from the callee's other device": { type: "decline", at: "callee's other" },
  "decline, from a stranger": { type: "decline", at: "stranger's" },
  "hang-up, from the caller": { type: "hang-up", at: "caller's" },
  "hang-up, from the callee": { type: "hang-up", at: "callee's" },
  "hang-up, from the callee's other device": { type: "hang-up", at: "callee's other" },
  "hang-up, from a stranger": { type: "hang-up", at: "stranger's" },
  "time-out": { type: "time-out" },
  "lose, the caller's device": { type: "lose", at: "caller's" },
  "lose, the callee's device": { type: "lose", at: "callee's" },
  "lose, the callee's other device": { type: "lose", at: "callee's other" },
  "lose, a stranger's device": { type: "lose", at: "stranger's" },
  "reach, a new device": { type: "reach", device: at("new") },
  "reach, a device that rings": { type: "reach", device: at("callee's") },
  "move, the caller's device": { type: "move", from: "caller's", to: at("new") },
  "move, the callee's device": { type: "move", from: "callee's", to: at("new") },
  "move, the callee's other device": { type: "move", from: "callee's other", to: at("new") },
  "move, a stranger's device": { type: "move", from: "stranger's", to: at("new") },
  "arrive, the caller": { type: "arrive", userId: "ann" },
  "arrive, the callee": { type: "arrive", userId: "bob" },
  "arrive, a stranger": { type: "arrive", userId: "eve" },
  "depart, the caller": { type: "depart", userId: "ann", how: "ended" },
  "depart, the callee, lost": { type: "depart", userId: "bob", how: "disconnected" },
  "depart, a stranger": { type: "depart", userId: "eve", how: "ended" },
  "give-up": { type: "give-up" },
} satisfies Record<string, CallEvent>;

type Outcome = (before: Call) => Transition;
/** One for each state, in their order. */
type Row = readonly [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome];

const ____: Outcome = () => ({ outcome: "unchanged" });
const refuses =
  (code: ErrorCode): Outcome =>
  () => ({ outcome: "refused", code });
const over = refuses("CALL_OVER");
const takn = refuses("CALL_TAKEN");
const forb = refuses("FORBIDDEN");

/** Ends, and nothing of how it was connected is left. */
const ends =
  (reason: CallEndReason, by?: string): Outcome =>
  ({ medium }) => ({
    outcome: "changed",
    call: { ...base, medium, state: "ended", reason, ...(by === undefined ? {} : { by }) },
  });
/** The same call with these fields changed. */
const change =
  (fields: Partial<RingingCall> | Partial<ActiveCall>): Outcome =>
  (before) => ({ outcome: "changed", call: { ...before, ...fields } as Call });
const answ =
  (device: string): Outcome =>
  ({ medium }) => ({ outcome: "changed", call: { ...active(medium), calleeAt: at(device) } });

const inRoom: Outcome = ({ medium }) => ({
  outcome: "changed",
  call: { ...active(medium), calleeAt: at("callee's"), roomId: "room" },
});
const annC = ends("cancelled", "ann");
const bobD = ends("declined", "bob");
const annE = ends("ended", "ann");
const bobE = ends("ended", "bob");
const annL = ends("disconnected", "ann");
const bobL = ends("disconnected", "bob");
const late = ends("timeout");
const fail = ends("failed");
const annMoved = change({ callerAt: at("new") });
const bobMoved = change({ calleeAt: at("new") });
const one = change({ ringing: [at("callee's")] });
const other = change({ ringing: [at("callee's other")] });
const rings = (...devices: string[]) => change({ ringing: devices.map(at) });
const both = change({ arrived: ["ann", "bob"] });

// biome-ignore format: a table
const table: Record<keyof typeof events, Row> = {
  //                                         ringing: sdp, room        active: sdp, room: nobody, one, both  ended
  "answer, from the caller":                [forb, forb,               takn, takn, takn, takn,               over, over],
  "answer, from the callee":                [answ("callee's"), answ("callee's"), ____, ____, ____, ____,     over, over],
  "answer, from the callee's other device": [over, answ("callee's other"), takn, takn, takn, takn,           over, over],
  "answer, from a stranger":                [over, over,               takn, takn, takn, takn,               over, over],
  "answer, from the callee, with a room":   [inRoom, inRoom,           ____, ____, ____, ____,               over, over],
  "decline, from the caller":               [forb, forb,               annE, annE, annE, annE,               over, over],
  "decline, from the callee":               [bobD, bobD,               bobE, bobE, bobE, bobE,               over, over],
  "decline, from the callee's other device":[over, bobD,               takn, takn, takn, takn,               over, over],
  "decline, from a stranger":               [over, over,               takn, takn, takn, takn,               over, over],
  "hang-up, from the caller":               [annC, annC,               annE, annE, annE, annE,               ____, ____],
  "hang-up, from the callee":               [bobD, bobD,               bobE, bobE, bobE, bobE,               ____, ____],
  "hang-up, from the callee's other device":[____, bobD,               takn, takn, takn, takn,               ____, ____],
  "hang-up, from a stranger":               [____, ____,               takn, takn, takn, takn,               ____, ____],
  "time-out":                               [late, late,               ____, ____, ____, ____,               ____, ____],
  "lose, the caller's device":              [annL, annL,               annL, annL, ____, ____,               ____, ____],
  "lose, the callee's device":              [bobL, other,              bobL, bobL, bobL, ____,               ____, ____],
  "lose, the callee's other device":        [____, one,                ____, ____, ____, ____,               ____, ____],
  "lose, a stranger's device":              [____, ____,               ____, ____, ____, ____,               ____, ____],
  "reach, a new device":                    [rings("callee's", "new"), rings("callee's", "callee's other", "new"), ____, ____, ____, ____, ____, ____],
  "reach, a device that rings":             [____, ____,               ____, ____, ____, ____,               ____, ____],
  "move, the caller's device":              [annMoved, annMoved,       annMoved, annMoved, annMoved, annMoved, ____, ____],
  "move, the callee's device":              [rings("new"), rings("new", "callee's other"), bobMoved, bobMoved, bobMoved, bobMoved, ____, ____],
  "move, the callee's other device":        [____, rings("callee's", "new"), ____, ____, ____, ____,         ____, ____],
  "move, a stranger's device":              [____, ____,               ____, ____, ____, ____,               ____, ____],
  "arrive, the caller":                     [____, ____,               ____, change({ arrived: ["ann"] }), ____, ____, ____, ____],
  "arrive, the callee":                     [____, ____,               ____, change({ arrived: ["bob"] }), both, ____, ____, ____],
  "arrive, a stranger":                     [____, ____,               ____, ____, ____, ____,               ____, ____],
  "depart, the caller":                     [____, ____,               ____, annE, annE, annE,               ____, ____],
  "depart, the callee, lost":               [____, ____,               ____, bobL, bobL, bobL,               ____, ____],
  "depart, a stranger":                     [____, ____,               ____, ____, ____, ____,               ____, ____],
  "give-up":                                [____, ____,               ____, fail, fail, ____,               ____, ____],
};

describe("the call machine: every event in every state", () => {
  const columns = Object.entries(states);
  it.each(
    Object.entries(events).flatMap(([name, event]) => columns.map(([state, call]) => ({ name, event, state, call }))),
  )("$name, while $state", ({ name, event, state, call }) => {
    const expected = table[name as keyof typeof events][columns.findIndex(([column]) => column === state)];
    if (!expected) return expect.unreachable("the table has a hole");
    const before = structuredClone(call);
    expect(transition(call, event)).toEqual(expected(call));
    expect(call, "what was there is left as it was").toEqual(before);
  });

  it("the table knows every type of event and every state", () => {
    const types: Record<CallEvent["type"], true> = {
      answer: true,
      decline: true,
      "hang-up": true,
      "time-out": true,
      lose: true,
      reach: true,
      move: true,
      arrive: true,
      depart: true,
      "give-up": true,
    };
    const every: Record<Call["state"], true> = { ringing: true, active: true, ended: true };
    expect(new Set(Object.values(events).map(({ type }) => type))).toEqual(new Set(Object.keys(types)));
    for (const medium of ["sdp", "room"]) {
      const covered = Object.values(states).filter((call) => call.medium === medium);
      expect(new Set(covered.map(({ state }) => state))).toEqual(new Set(Object.keys(every)));
    }
  });
});

describe("any sequence of events", () => {
  const device = fc.constantFrom("caller's", "callee's", "callee's other", "new", "newer", "stranger's");
  const userId = fc.constantFrom("ann", "bob", "eve");
  const anything: fc.Arbitrary<CallEvent> = fc.oneof(
    fc.record({ type: fc.constantFrom("answer", "decline", "hang-up", "lose"), at: device }),
    fc.record({ type: fc.constant("reach"), device: device.map(at) }),
    fc.record({ type: fc.constant("move"), from: device, to: fc.constantFrom("new", "newer").map(at) }),
    fc.record({ type: fc.constant("arrive"), userId }),
    fc.record({ type: fc.constant("depart"), userId, how: fc.constantFrom("ended", "disconnected") }),
    fc.record({ type: fc.constantFrom("time-out", "give-up") }),
  );
  const begins = fc.constantFrom(
    ringing("sdp", "callee's"),
    ringing("room", "callee's"),
    ringing("room", "callee's", "callee's other"),
  );
  const ORDER = ["ringing", "active", "ended"];

  it("goes forward only, and ends in exactly one outcome that nothing changes or revives", () => {
    fc.assert(
      fc.property(begins, fc.array(anything, { maxLength: 30 }), (begin, sequence) => {
        let call: Call = begin;
        let endings = 0;
        const outcomes: Call[] = [];
        for (const event of sequence) {
          const result = transition(call, event);
          if (result.outcome !== "changed") continue;
          expect(call.state, "an ended call changes no more").not.toBe("ended");
          expect(ORDER.indexOf(result.call.state)).toBeGreaterThanOrEqual(ORDER.indexOf(call.state));
          if (result.call.state === "ended") endings += 1;
          call = result.call;
          outcomes.push(call);
        }
        expect(endings).toBe(call.state === "ended" ? 1 : 0);
        for (const { callId, appId, medium, video, caller: from, callee: to } of outcomes) {
          expect({ callId, appId, medium, video, caller: from, callee: to }).toEqual({ ...base, medium: begin.medium });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves a call that whoever is in it can end, with one reason and one who did it", () => {
    fc.assert(
      fc.property(begins, fc.array(anything, { maxLength: 30 }), (begin, sequence) => {
        const call = sequence.reduce<Call>((before, event) => {
          const result = transition(before, event);
          return result.outcome === "changed" ? result.call : before;
        }, begin);
        if (call.state === "ended") {
          const byTime = call.reason === "timeout" || call.reason === "failed";
          expect(call.by === undefined).toBe(byTime);
          if (call.reason === "cancelled") expect(call.by).toBe("ann");
          if (call.reason === "declined") expect(call.by).toBe("bob");
          return;
        }
        const devices = call.state === "ringing" ? [call.callerAt, ...call.ringing] : [call.callerAt, call.calleeAt];
        for (const { recipientId } of devices) {
          const result = transition(call, { type: "hang-up", at: recipientId });
          expect(result).toMatchObject({ outcome: "changed", call: { state: "ended" } });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("never rings on no device, nor twice on one that rang only once", () => {
    const fresh = anything.filter(({ type }) => type !== "move");
    fc.assert(
      fc.property(begins, fc.array(fresh, { maxLength: 30 }), (begin, sequence) => {
        let call: Call = begin;
        for (const event of sequence) {
          const result = transition(call, event);
          if (result.outcome === "changed") call = result.call;
          if (call.state !== "ringing") continue;
          const devices = call.ringing.map(({ recipientId }) => recipientId);
          expect(devices).not.toHaveLength(0);
          expect(new Set(devices).size).toBe(devices.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
