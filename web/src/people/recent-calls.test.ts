import { expect, test } from "vitest";
import { addRecentCall, parseRecentCalls, type RecentCall, removeRecentCall } from "./recent-calls.ts";

const call: RecentCall = {
  id: "c1",
  userId: "ben",
  name: "Ben",
  direction: "outgoing",
  video: true,
  outcome: "answered",
  at: 1,
};

test("a call that goes on and ends is one line", () => {
  const began = addRecentCall([], call);
  const ended = addRecentCall(began, { ...call, direction: undefined, durationMs: 5000 });
  expect(ended).toEqual([{ ...call, durationMs: 5000 }]);
});

test("of a call that was never seen to begin, nothing is kept", () => {
  expect(addRecentCall([], { ...call, direction: undefined })).toEqual([]);
});

test("keeps twenty, the newest first, and forgets one", () => {
  const many = Array.from({ length: 25 }, (_, at) => ({ ...call, id: `c${at}`, at })).reduce<RecentCall[]>(
    addRecentCall,
    [],
  );
  expect(many).toHaveLength(20);
  expect(many[0]?.id).toBe("c24");
  expect(removeRecentCall(many, "c24")[0]?.id).toBe("c23");
});

test.each([null, "", "{", "{}", '[1,null,{"id":"c1"}]', JSON.stringify([{ ...call, outcome: "won" }])])(
  "%j holds no call",
  (json) => {
    expect(parseRecentCalls(json)).toEqual([]);
  },
);

test("reads back what it wrote", () => {
  const calls = addRecentCall([], { ...call, durationMs: 5 });
  expect(parseRecentCalls(JSON.stringify(calls))).toEqual(calls);
});
