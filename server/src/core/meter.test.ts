import { beforeEach, expect, it } from "vitest";
import { Meter } from "./meter.ts";

let now: number;
let meter: Meter;
beforeEach(() => {
  now = 1_000_000;
  meter = new Meter({ rate: 10, burst: 50, now: () => now });
});

const takeMany = (count: number) => Array.from({ length: count }, () => meter.take());

it("lets a burst pass, then tells how long to wait", () => {
  expect(takeMany(50).every((wait) => wait === 0)).toBe(true);
  expect(meter.take()).toBe(100);
});

it("lets as many pass as the rate says", () => {
  takeMany(50);
  now += 1000;
  expect(takeMany(11).filter((wait) => wait === 0)).toHaveLength(10);
});

it("grants after exactly the wait it told", () => {
  takeMany(50);
  now += 37;
  now += meter.take();
  expect(meter.take()).toBe(0);
});

it("saves up no more than a burst", () => {
  now += 3_600_000;
  expect(takeMany(60).filter((wait) => wait === 0)).toHaveLength(50);
});

it("takes nothing away when the clock is set back", () => {
  takeMany(10);
  now -= 3_600_000;
  expect(takeMany(41).filter((wait) => wait === 0)).toHaveLength(40);
  now += 1000;
  expect(meter.take()).toBe(0);
});
