import type { NativeAuth } from "@chamcall/protocol";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openSignalSocket } from "./signal-socket.ts";

const fake = vi.hoisted(() => {
  const opened: (() => void)[] = [];
  const heard: ((name: string, data: unknown, seq: unknown) => void)[] = [];
  const closed = { times: 0 };
  const socket = {
    on() {},
    off() {},
    offAny() {},
    onAny: (listener: (typeof heard)[0]) => void heard.push(listener),
    io: {
      on: (_event: "open", listener: () => void) => void opened.push(listener),
      off() {},
      engine: { close: () => void closed.times++ },
    },
  };
  return { opened, heard, closed, socket };
});
vi.mock("socket.io-client", () => ({ io: () => fake.socket }));

function open() {
  const handlers = { event: vi.fn(), refused: vi.fn(), lost: vi.fn() };
  const socket = openSignalSocket("ws://127.0.0.1:1/ws", {} as NativeAuth, handlers);
  fake.opened.at(-1)?.();
  return { handlers, socket };
}

beforeEach(() => {
  vi.useFakeTimers();
  fake.closed.times = 0;
});
afterEach(() => void vi.useRealTimers());

it("counts as lost when the server takes the connection but gives no seat", async () => {
  const { handlers } = open();
  await vi.advanceTimersByTimeAsync(9999);
  expect(handlers.lost).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(handlers.lost).toHaveBeenCalledOnce();
  expect(fake.closed.times).toBe(1);
});

it("waits no more once it has a seat, or is closed", async () => {
  const { handlers } = open();
  fake.heard.at(-1)?.("resumed", { received: 0 }, undefined);
  const other = open();
  other.socket.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(handlers.lost).not.toHaveBeenCalled();
  expect(other.handlers.lost).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
