import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Timers } from "./timers.ts";

const timers = new Timers();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  timers.clearAll();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it("runs the task of a name once, the last one set, unless it is cleared", () => {
  const ran: string[] = [];
  timers.set("a", 10, () => ran.push("first"));
  timers.set("a", 20, () => ran.push("second"));
  timers.set("b", 10, () => ran.push("cleared"));
  timers.clear("b");
  vi.advanceTimersByTime(100);
  expect(ran).toEqual(["second"]);
});

it("throttles: the first at once, of all others in its stretch the last", () => {
  const ran: number[] = [];
  for (const n of [1, 2, 3]) timers.throttle("a", 100, () => ran.push(n));
  expect(ran).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(ran).toEqual([1, 3]);
  timers.throttle("a", 100, () => ran.push(4));
  expect(ran).toEqual([1, 3]);
  vi.advanceTimersByTime(200);
  expect(ran).toEqual([1, 3, 4]);
  timers.throttle("a", 100, () => ran.push(5));
  expect(ran).toEqual([1, 3, 4, 5]);
});
