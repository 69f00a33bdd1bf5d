import { beforeEach, expect, test, vi } from "vitest";
import { createCodeEntry } from "./code-entry.ts";
import type { PairingApi } from "./pairing-api.ts";

const here = Date.UTC(2030, 0, 1, 12);

beforeEach(() => {
  vi.useFakeTimers({ now: here });
  return () => void vi.useRealTimers();
});

function setUp(...answers: Awaited<ReturnType<PairingApi["accept"]>>[]) {
  const accept = vi.fn<PairingApi["accept"]>(async () => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error("one answer too few");
    return answer;
  });
  return { accept, entry: createCodeEntry({ accept }) };
}

test("accepts what was meant and is paired", async () => {
  const { entry, accept } = setUp({ outcome: "paired", roomId: "room-1" });
  expect(entry.get()).toEqual({ state: "typing" });
  const done = entry.accept("k7qm 3xwp", "link");
  expect(entry.get()).toEqual({ state: "accepting", code: "K7QM3XWP", by: "link" });
  await done;
  expect(accept).toHaveBeenCalledWith("K7QM3XWP", expect.any(AbortSignal));
  expect(entry.get()).toEqual({ state: "paired", roomId: "room-1" });
});

test("what isn't a code is not sent", async () => {
  const { entry, accept } = setUp();
  await entry.accept("K7QM", "hand");
  expect(accept).not.toHaveBeenCalled();
  expect(entry.get()).toEqual({ state: "refused", code: "K7QM", problem: "not-a-code" });
});

test("a wrong code is told until it is changed, and another can be tried", async () => {
  const { entry } = setUp({ outcome: "refused", problem: "not-found" }, { outcome: "paired", roomId: "room-1" });
  await entry.accept("K7QM3XWP", "hand");
  expect(entry.get()).toEqual({ state: "refused", code: "K7QM3XWP", problem: "not-found" });
  entry.edit();
  expect(entry.get()).toEqual({ state: "typing" });
  await entry.accept("K7QM3XWQ", "hand");
  expect(entry.get()).toMatchObject({ state: "paired" });
});

test("after too many tries nothing is sent and nothing forgotten before the time is over", async () => {
  const { entry, accept } = setUp(
    { outcome: "refused", problem: "rate-limited", retryAfterMs: 7000 },
    { outcome: "paired", roomId: "room-1" },
  );
  await entry.accept("K7QM3XWP", "hand");
  const refused = { state: "refused", code: "K7QM3XWP", problem: "rate-limited", retryAt: here + 7000 };
  expect(entry.get()).toEqual(refused);
  vi.setSystemTime(here + 6999);
  entry.edit();
  await entry.accept("K7QM3XWQ", "hand");
  expect(accept).toHaveBeenCalledTimes(1);
  expect(entry.get()).toEqual(refused);
  vi.setSystemTime(here + 7000);
  await entry.accept("K7QM3XWQ", "hand");
  expect(entry.get()).toMatchObject({ state: "paired" });
});

test("one attempt at a time; stopping gives it up", async () => {
  const { entry, accept } = setUp({ outcome: "paired", roomId: "room-1" });
  const done = entry.accept("K7QM3XWP", "hand");
  await entry.accept("K7QM3XWQ", "hand");
  expect(accept).toHaveBeenCalledTimes(1);
  entry.stop();
  await done;
  expect(entry.get()).toEqual({ state: "typing" });
});
