import type { Socket } from "socket.io-client";
import { Recorder } from "./recorder.ts";
import { ask, connected, openSocket } from "./sockets.ts";

/** A client on the default path; `M` is what its wire tells. */
export interface DefaultPathClient<M extends object> {
  socket: Socket;
  events: Recorder<M>;
  /** Sends without asking for an acknowledgement: refusals come as events. */
  send(name: string, data?: unknown): void;
  ask(name: string, data?: unknown): Promise<unknown>;
}

/** Connects; what it says first decides which door it is at. */
export async function openDefaultPathClient<M extends object>(
  url: string,
  options: Parameters<typeof openSocket>[1] = {},
): Promise<DefaultPathClient<M>> {
  const socket = openSocket(url, options);
  const events = new Recorder<M>(socket);
  await connected(socket);
  return {
    socket,
    events,
    send: (name, data) => void socket.emit(name, ...(data === undefined ? [] : [data])),
    ask: (name, data) => ask(socket, name, ...(data === undefined ? [] : [data])),
  };
}
