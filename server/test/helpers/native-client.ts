import type { Events, JoinRoomReply, Reply, RequestName, Requests, WireError } from "@chamcall/protocol";
import type { Socket } from "socket.io-client";
import { expect } from "vitest";
import { call } from "./http.ts";
import { Recorder } from "./recorder.ts";
import { ask, connected, openSocket } from "./sockets.ts";

/** A client of the native protocol that sits in a room. */
export interface NativeClient {
  socket: Socket;
  events: Recorder<Events>;
  entry: JoinRoomReply;
  joined: Events["joined-room"];
  userId: string;
  request<N extends RequestName>(name: N, data: Requests[N], seq?: number): Promise<Reply<N>>;
}

export interface NativeJoin {
  displayName?: string;
  password?: string;
  userId?: string;
  ownerKey?: string;
  unlisted?: boolean;
}

/** `POST /room/:roomId/join`, which must succeed. */
export async function enterNatively(url: string, roomId: string, body: NativeJoin = {}): Promise<JoinRoomReply> {
  const answer = await call(`${url}/room/${roomId}/join`, { json: { displayName: "Someone", ...body } });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as JoinRoomReply;
}

/** Connects with an entry and waits for `joined-room`. */
export async function connectNatively(url: string, entry: JoinRoomReply, auth: object = {}): Promise<NativeClient> {
  const socket = openSocket(url, { path: "/ws", auth: { token: entry.token, ...auth } });
  const events = new Recorder<Events>(socket);
  await connected(socket);
  const joined = await events.next("joined-room");
  return {
    socket,
    events,
    entry,
    joined,
    userId: entry.userId,
    request: (name, data, seq) =>
      ask(socket, name, data, ...(seq === undefined ? [] : [seq])) as Promise<Reply<typeof name>>,
  };
}

export async function joinNatively(
  url: string,
  roomId: string,
  body: NativeJoin = {},
  auth: object = {},
): Promise<NativeClient> {
  return connectNatively(url, await enterNatively(url, roomId, body), auth);
}

/** What a handshake is refused with. */
export async function refusedHandshake(url: string, auth: object): Promise<WireError> {
  const socket = openSocket(url, { path: "/ws", auth: { ...auth } });
  const cause: unknown = await connected(socket).then(
    () => expect.unreachable("the handshake was accepted"),
    (error: unknown) => error,
  );
  if (cause instanceof Error && "data" in cause) return cause.data as WireError;
  throw cause;
}
