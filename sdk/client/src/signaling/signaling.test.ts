import type { Events, NativeAuth, Reply, RequestName } from "@chamcall/protocol";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ChamCallError } from "../chamcall-error.ts";
import type { OpenSignalSocket, ServerEvent, SignalSocketHandlers } from "./signal-socket.ts";
import { Signaling } from "./signaling.ts";

interface FakeSocket {
  auth: NativeAuth;
  handlers: SignalSocketHandlers;
  sent: { name: RequestName; seq: number | undefined; ack: ((reply: Reply<RequestName>) => void) | undefined }[];
  closed: boolean;
}

const media = { audio: true, video: false, screen: false };
const participant = {
  name: "A",
  role: "host",
  joinedAt: "2026-01-01T00:00:00.000Z",
  ...media,
  instanceId: "i",
} as const;
const seat: Events["joined-room"] = {
  roomId: "r",
  self: { userId: "a", ...participant },
  participants: [],
  iceServers: [],
  ttl: 3600,
  room: {
    roomId: "r",
    createdAt: "",
    lastUsed: "",
    settings: { maxParticipants: 10, allowScreenShare: true, passwordEnabled: false },
    stats: { totalSessions: 0, totalDuration: 0 },
  },
  resumeKey: "key",
  resumeWindowMs: 10_000,
};
const joinedRoom: ServerEvent = { name: "joined-room", data: seat, seq: undefined };
const left = (userId: string, seq: number): ServerEvent => ({
  name: "user-left",
  data: { userId, reason: "left" },
  seq,
});

interface StartOptions {
  rejoin?: () => Promise<{ token: string; signalingUrl: string }>;
  standing?: "new" | "returning";
}

function start({ rejoin, standing = "new" }: StartOptions = {}) {
  const sockets: FakeSocket[] = [];
  const open: OpenSignalSocket = (_url, auth, handlers) => {
    const socket: FakeSocket = { auth, handlers, sent: [], closed: false };
    sockets.push(socket);
    return {
      send: (name, _data, seq, ack) => void socket.sent.push({ name, seq, ack }),
      close: () => {
        socket.closed = true;
      },
      goodbye: () => undefined,
    };
  };
  const handlers = { joined: vi.fn(), resumed: vi.fn(), event: vi.fn(), reconnecting: vi.fn(), ended: vi.fn() };
  const ticket = { token: "t1", signalingUrl: "ws://127.0.0.1/ws" };
  const signaling = new Signaling({ ticket, instanceId: "i", media: () => media, standing, rejoin, open }, handlers);
  signaling.connect();
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("no connection yet");
    return socket;
  };
  return { signaling, handlers, sockets, last };
}

function seated(options?: Parameters<typeof start>[0]) {
  const all = start(options);
  all.last().handlers.event(joinedRoom);
  return all;
}

async function lose({ last }: Pick<ReturnType<typeof start>, "last">) {
  await vi.advanceTimersByTimeAsync(6000);
  last().handlers.lost();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("connects with the token and what it sends, without a resume", () => {
  const { last, handlers } = seated();
  expect(last().auth).toEqual({ token: "t1", instanceId: "i", media });
  expect(handlers.joined).toHaveBeenCalledWith(seat);
});

it("delivers each event once", () => {
  const { last, handlers } = seated();
  for (const seq of [1, 2, 2, 1, 3]) last().handlers.event(left(`u${seq}`, seq));
  expect(handlers.event.mock.calls.map(([event]) => event.seq)).toEqual([1, 2, 3]);
});

it("resumes with the last event seen and sends again what was not received, in order and before anything new", async () => {
  const all = seated();
  const { signaling, handlers, last } = all;
  for (const audio of [true, false, true]) signaling.send({ name: "set-media", data: { audio } });
  last().handlers.event(left("u", 4));
  await lose(all);
  signaling.send({ name: "set-media", data: { video: true } });
  handlers.resumed.mockImplementation(() => signaling.send({ name: "set-media", data: { screen: true } }));
  expect(last().auth.resume).toEqual({ key: "key", seq: 4 });
  last().handlers.event({ name: "resumed", data: { received: 2 }, seq: undefined });
  expect(last().sent.map(({ seq }) => seq)).toEqual([3, 4, 5]);
  last().handlers.event(left("u", 4));
  last().handlers.event(left("v", 5));
  expect(handlers.event).toHaveBeenCalledTimes(2);
});

it("drops old signals and counts from 1 on a fresh seat", async () => {
  const all = seated();
  await lose(all);
  all.signaling.send({ name: "ice-candidate", data: { to: "u", candidate: null } });
  const password = all.signaling.request("set-room-password", { password: "p" });
  all.last().handlers.event(joinedRoom);
  expect(all.last().sent).toMatchObject([{ name: "set-room-password", seq: 1 }]);
  all.last().sent[0]?.ack?.({ ok: false, error: { code: "FORBIDDEN", message: "no" } });
  await expect(password).rejects.toMatchObject({ code: "FORBIDDEN" });
  all.last().handlers.event(left("u", 1));
  expect(all.handlers.event).toHaveBeenCalledOnce();
});

it("takes a fresh seat when the old one is gone, and a fresh token when that is no good either", async () => {
  const rejoin = vi.fn(async () => ({ token: "t2", signalingUrl: "ws://127.0.0.1/ws" }));
  const all = seated({ rejoin });
  const unauthorized = new ChamCallError("UNAUTHORIZED", "no");
  await lose(all);
  all.last().handlers.refused(unauthorized);
  expect(all.last().auth.resume).toBeUndefined();
  all.last().handlers.refused(unauthorized);
  await vi.advanceTimersByTimeAsync(300);
  expect(rejoin).toHaveBeenCalledOnce();
  expect(all.last().auth.token).toBe("t2");
  expect(all.handlers.ended).not.toHaveBeenCalled();
});

it("gets a fresh token when one kept by an earlier page has expired", async () => {
  const rejoin = vi.fn(async () => ({ token: "t2", signalingUrl: "ws://127.0.0.1/ws" }));
  const all = start({ rejoin, standing: "returning" });
  all.last().handlers.refused(new ChamCallError("UNAUTHORIZED", "no"));
  await vi.advanceTimersByTimeAsync(300);
  expect(all.last().auth.token).toBe("t2");
  all.last().handlers.event(joinedRoom);
  expect(all.handlers.joined).toHaveBeenCalledOnce();
});

it.each([
  ["REMOVED", "removed"],
  ["REPLACED", "replaced"],
  ["ROOM_ENDED", "ended"],
] as const)("stays out when it was %s while it was away", async (code, reason) => {
  const rejoin = vi.fn(async () => ({ token: "t2", signalingUrl: "ws://127.0.0.1/ws" }));
  const all = seated({ rejoin });
  await lose(all);
  all.last().handlers.refused(new ChamCallError(code, "no"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(all.handlers.ended).toHaveBeenCalledWith(expect.objectContaining({ reason }));
  expect(rejoin).not.toHaveBeenCalled();
});

it("ends as refused when the app brought the token and it is no good", async () => {
  const all = seated();
  await lose(all);
  all.last().handlers.refused(new ChamCallError("UNAUTHORIZED", "no"));
  all.last().handlers.refused(new ChamCallError("UNAUTHORIZED", "no"));
  expect(all.handlers.ended).toHaveBeenCalledWith(expect.objectContaining({ reason: "refused" }));
});

it("tells a first join at once that it was refused", () => {
  const { last, handlers } = start();
  last().handlers.refused(new ChamCallError("ROOM_FULL", "full", { maxParticipants: 2 }));
  expect(handlers.ended).toHaveBeenCalledWith({
    reason: "refused",
    error: expect.objectContaining({ code: "ROOM_FULL", maxParticipants: 2 }),
  });
});

it("gives up after the last attempt", async () => {
  const all = seated();
  await lose(all);
  for (let attempt = 1; attempt <= 10; attempt++) {
    all.last().handlers.lost();
    await vi.advanceTimersByTimeAsync(8000);
  }
  expect(all.sockets).toHaveLength(11);
  expect(all.handlers.ended).toHaveBeenCalledWith(expect.objectContaining({ reason: "server-gone" }));
});

it("waits as long as a restarting server asks for, counted from when it said so", async () => {
  const all = seated();
  await vi.advanceTimersByTimeAsync(6000);
  all.last().handlers.event({ name: "server-draining", data: { retryAfterMs: 3000 }, seq: 1 });
  await vi.advanceTimersByTimeAsync(2000);
  all.last().handlers.lost();
  await vi.advanceTimersByTimeAsync(999);
  expect(all.sockets).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1001);
  expect(all.sockets).toHaveLength(2);
});

it("does not come back after being removed", async () => {
  const all = seated();
  all.last().handlers.event({ name: "ejected", data: { reason: "removed" }, seq: 1 });
  all.last().handlers.lost();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(all.handlers.ended).toHaveBeenCalledWith({ reason: "removed" });
  expect(all.sockets).toHaveLength(1);
});

it("tries at once when the network is back, and counts the attempts anew", async () => {
  const all = seated();
  all.signaling.networkLost();
  expect(all.last().closed).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  for (const wait of [300, 2200]) {
    all.last().handlers.lost();
    await vi.advanceTimersByTimeAsync(wait);
  }
  all.last().handlers.lost();
  const before = all.sockets.length;
  all.signaling.retryNow();
  expect(all.sockets).toHaveLength(before + 1);
  expect(all.handlers.reconnecting).toHaveBeenLastCalledWith(1);
});

it("leaves once the server has heard it", async () => {
  const { signaling, last, handlers } = seated();
  const leaving = signaling.leave();
  expect(last().sent).toMatchObject([{ name: "leave-room" }]);
  last().sent[0]?.ack?.({ ok: true });
  await leaving;
  expect(last().closed).toBe(true);
  last().handlers.lost();
  expect(handlers.ended).not.toHaveBeenCalled();
  await expect(signaling.request("set-media", {})).rejects.toMatchObject({ code: "CLOSED" });
});

it.each([
  ["fresh", joinedRoom],
  ["kept", { name: "resumed", data: { received: 0 }, seq: undefined } satisfies ServerEvent],
])("gives a %s seat back that arrives while it leaves", async (_kind, event) => {
  const all = seated();
  await lose(all);
  const { signaling, last, handlers } = all;
  const before = { joined: handlers.joined.mock.calls.length, resumed: handlers.resumed.mock.calls.length };
  const leaving = signaling.leave();
  await expect(signaling.request("set-media", {})).rejects.toMatchObject({ code: "CLOSED" });
  expect(last()).toMatchObject({ sent: [], closed: false });
  last().handlers.event(event);
  await vi.advanceTimersByTimeAsync(0);
  expect(last().sent).toMatchObject([{ name: "leave-room", seq: 1 }]);
  last().sent[0]?.ack?.({ ok: true });
  await leaving;
  expect(last().closed).toBe(true);
  expect(handlers.joined).toHaveBeenCalledTimes(before.joined);
  expect(handlers.resumed).toHaveBeenCalledTimes(before.resumed);
  expect(handlers.ended).not.toHaveBeenCalled();
});

it.each([
  ["is refused", (handlers: SignalSocketHandlers) => handlers.refused(new ChamCallError("ROOM_FULL", "full"))],
  ["is lost", (handlers: SignalSocketHandlers) => handlers.lost()],
  ["takes too long", () => vi.advanceTimersByTime(1000)],
])("is gone without a seat when the connection %s while it leaves", async (_why, end) => {
  const { signaling, last, sockets, handlers } = start();
  const leaving = signaling.leave();
  end(last().handlers);
  await leaving;
  expect(last()).toMatchObject({ sent: [], closed: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets).toHaveLength(1);
  expect(handlers.ended).not.toHaveBeenCalled();
});
