import type {
  CallEndReason,
  CallRoom,
  CurrentCall,
  ErrorCode,
  EventName,
  Events,
  NativeAuth,
  Reply,
  RequestName,
} from "@chamcall/protocol";
import { vi } from "vitest";
import type { OpenSignalSocket, ServerEvent, SignalSocketHandlers } from "../../signaling/signal-socket.ts";
import { OnlineAgent } from "../online-agent.ts";

interface FakeSocket {
  auth: NativeAuth;
  handlers: SignalSocketHandlers;
  sent: { name: RequestName; data: unknown; ack: ((reply: Reply<RequestName>) => void) | undefined }[];
  end: "open" | "closed" | "goodbye";
}

export const ana = { userId: "ana", name: "Ana" };
export const ben = { userId: "ben", name: "Ben" };
export const room: CallRoom = { roomId: "r1", token: "room-token", iceServers: [], ttl: 3600 };
const ticket = { token: "t1", signalingUrl: "ws://127.0.0.1/ws" };

type AnyEvent = { [N in EventName]: { name: N; data: Events[N] } }[EventName];
export const event = (one: AnyEvent) => ({ ...one, seq: undefined }) as ServerEvent;
/** `call` is a `CurrentCall`. */
export const online = (call?: object) =>
  event({ name: "online", data: { self: ana, ttl: 3600, ...(call && { call: call as CurrentCall }) } });
export const incoming = (callId = "c1") =>
  event({ name: "call-incoming", data: { callId, from: ben, video: true, timeoutMs: 30_000 } });
export const accepted = (callId = "c1") =>
  event({ name: "call-accepted", data: { callId, peer: ben, video: true, room } });
export const ended = (reason: CallEndReason, callId = "c1", by?: string) =>
  event({ name: "call-ended", data: { callId, reason, ...(by && { by }) } });
export const refusal = (code: ErrorCode) => ({ ok: false, error: { code, message: "no" } }) as const;

interface StartOptions {
  ticket?: typeof ticket;
  signIn?: () => Promise<typeof ticket>;
}

/** An agent over connections that the test plays the server of. */
export function start(options: StartOptions = { ticket }) {
  const sockets: FakeSocket[] = [];
  const open: OpenSignalSocket = (_url, auth, handlers) => {
    const socket: FakeSocket = { auth, handlers, sent: [], end: "open" };
    sockets.push(socket);
    return {
      send: (name, data, _seq, ack) => void socket.sent.push({ name, data, ack }),
      close: () => {
        if (socket.end === "open") socket.end = "closed";
      },
      goodbye: () => {
        socket.end = "goodbye";
      },
    };
  };
  const signIn = vi.fn(options.signIn ?? (async () => ({ ...ticket, token: "t2" })));
  const unwatch = vi.fn();
  const agent = new OnlineAgent({ ticket: options.ticket, signIn, deviceId: "d", open, watchNetwork: () => unwatch });
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("no connection yet");
    return socket;
  };
  const hear = (...events: ServerEvent[]) => {
    for (const one of events) last().handlers.event(one);
  };
  const answer = (name: RequestName, reply: object) => {
    const request = last().sent.findLast((sent) => sent.name === name);
    if (!request?.ack) throw new Error(`${name} was not asked`);
    request.ack(reply as Reply<RequestName>);
    return vi.advanceTimersByTimeAsync(0);
  };
  const said = () => last().sent.map(({ name, data }) => ({ name, ...(data as object) }));
  return { agent, sockets, last, hear, answer, said, signIn, unwatch, call: () => agent.getSnapshot().call };
}

/** One that is online. */
export function started() {
  const all = start();
  all.hear(online());
  return all;
}

/** One that rings Ben. */
export async function ringing() {
  const all = started();
  const invited = all.agent.invite("ben", { video: true });
  await all.answer("call-invite", { ok: true, callId: "c1", timeoutMs: 30_000 });
  await invited;
  return all;
}

/** Its connection breaks, long after it was made. */
export async function lose({ last }: Pick<ReturnType<typeof start>, "last">) {
  await vi.advanceTimersByTimeAsync(6000);
  last().handlers.lost();
  await vi.advanceTimersByTimeAsync(0);
}
