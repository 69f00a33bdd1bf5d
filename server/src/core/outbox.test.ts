import { expect, it } from "vitest";
import type { Event } from "./events.ts";
import { Outbox } from "./outbox.ts";

const left = (n: number): Event => ({ type: "participant-left", userId: `u${n}`, reason: "left" });
const description = (length: number): Event => ({
  type: "signal",
  from: "ann",
  roomId: "room",
  signal: { kind: "offer", payload: { type: "offer", sdp: "x".repeat(length) } },
});

function filled(count: number): Outbox {
  const outbox = new Outbox();
  for (let n = 1; n <= count; n++) outbox.push(left(n));
  return outbox;
}

const seqs = (outbox: Outbox, seq: number) => outbox.after(seq)?.map((entry) => entry.seq);

it("numbers from 1", () => {
  const outbox = new Outbox();
  expect([outbox.push(left(1)), outbox.push(left(2))]).toEqual([1, 2]);
});

it("gives what came after a number, oldest first", () => {
  const outbox = filled(4);
  expect(outbox.after(2)?.map(({ seq, event }) => [seq, event])).toEqual([
    [3, left(3)],
    [4, left(4)],
  ]);
  expect(seqs(outbox, 0)).toEqual([1, 2, 3, 4]);
  expect(seqs(outbox, 4)).toEqual([]);
});

it("has nothing to give when nothing was sent", () => {
  expect(seqs(new Outbox(), 0)).toEqual([]);
  expect(seqs(new Outbox(), 1)).toBeUndefined();
});

it("doesn't know numbers that were never reached", () => {
  expect(seqs(filled(4), 5)).toBeUndefined();
});

it("keeps the newest 256, and says when something between is lost", () => {
  const outbox = filled(300);
  expect(seqs(outbox, 44)).toHaveLength(256);
  expect(seqs(outbox, 43)).toBeUndefined();
  expect(seqs(outbox, 299)).toEqual([300]);
});

it("keeps no more than about a megabyte", () => {
  const outbox = new Outbox();
  for (let n = 0; n < 40; n++) outbox.push(description(40_000));
  expect(seqs(outbox, 10)).toBeUndefined();
  expect(seqs(outbox, 30)).toHaveLength(10);
});

it("keeps nothing of one that is larger than all it may keep", () => {
  const outbox = new Outbox();
  outbox.push(description(2_000_000));
  expect(seqs(outbox, 0)).toBeUndefined();
  expect(seqs(outbox, 1)).toEqual([]);
});
