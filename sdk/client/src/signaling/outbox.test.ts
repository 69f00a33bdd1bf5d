import { expect, it, vi } from "vitest";
import { Outbox } from "./outbox.ts";

const noop = () => undefined;

it("numbers from 1 and forgets what is acknowledged", () => {
  const outbox = new Outbox();
  const settle = vi.fn();
  const first = outbox.add("set-media", { audio: true }, settle);
  const second = outbox.add("set-media", { audio: false }, noop);
  expect([first.seq, second.seq]).toEqual([1, 2]);
  outbox.acknowledge(first, { ok: true });
  outbox.acknowledge(first, { ok: true });
  expect(settle).toHaveBeenCalledTimes(1);
  expect(outbox.resume(0)).toEqual([second]);
});

it("resumes with what the server has not seen, and settles the rest", () => {
  const outbox = new Outbox();
  const seen = vi.fn();
  outbox.add("update-room", { maxParticipants: 4 }, seen);
  const unseen = outbox.add("clear-room-password", {}, noop);
  expect(outbox.resume(1)).toEqual([unseen]);
  expect(seen).toHaveBeenCalledWith({ ok: true });
});

it("starts anew on a fresh seat without the signals of the old one", () => {
  const outbox = new Outbox();
  const dropped = vi.fn();
  outbox.add("ice-candidate", { candidate: null }, dropped);
  outbox.add("set-room-password", { password: "p" }, noop);
  expect(outbox.restart()).toMatchObject([{ seq: 1, name: "set-room-password" }]);
  expect(dropped).toHaveBeenCalledOnce();
  expect(outbox.add("set-media", {}, noop).seq).toBe(2);
});

it("settles everything when nothing will be sent any more", () => {
  const outbox = new Outbox();
  const settle = vi.fn();
  outbox.add("set-media", {}, settle);
  const reply = { ok: false, error: { code: "NOT_IN_ROOM", message: "over" } } as const;
  outbox.fail(reply);
  expect(settle).toHaveBeenCalledWith(reply);
  expect(outbox.resume(0)).toEqual([]);
});

it("asks for one acknowledgement in many, which covers those before it", () => {
  const outbox = new Outbox();
  const settle = vi.fn();
  const notes = Array.from({ length: 17 }, () => outbox.note("ice-candidate", { candidate: null }));
  expect(notes.map(({ asks }) => asks)).toEqual([...Array(16).fill(false), true]);
  const request = outbox.add("set-media", {}, settle);
  const later = outbox.note("ice-candidate", { candidate: null });
  for (const note of notes) if (note.asks) outbox.acknowledge(note, { ok: true });
  expect(outbox.resume(0)).toEqual([request, later]);
  expect(settle).not.toHaveBeenCalled();
});
