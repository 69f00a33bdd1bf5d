import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import { keepAlive } from "./keep-alive.ts";

let log: string[];
let socket: EventEmitter;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
  socket = Object.assign(new EventEmitter(), {
    ping: () => log.push("ping"),
    terminate: () => log.push("terminate"),
  });
  stop = keepAlive(socket as unknown as WebSocket);
});
afterEach(() => {
  stop();
  expect(socket.listenerCount("pong")).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it("pings every ten seconds whoever answers", () => {
  for (let n = 1; n <= 5; n++) {
    vi.advanceTimersByTime(9999);
    expect(log).toHaveLength(n - 1);
    vi.advanceTimersByTime(1);
    expect(log).toHaveLength(n);
    socket.emit("pong");
  }
  expect(new Set(log)).toEqual(new Set(["ping"]));
});

it("gives up whoever doesn't within five more", () => {
  vi.advanceTimersByTime(14_999);
  expect(log).toEqual(["ping"]);
  vi.advanceTimersByTime(1);
  expect(log).toEqual(["ping", "terminate"]);
});

it("takes an answer at the last moment", () => {
  vi.advanceTimersByTime(14_999);
  socket.emit("pong");
  vi.advanceTimersByTime(10_000);
  expect(log).toEqual(["ping", "ping"]);
});
