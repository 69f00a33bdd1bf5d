import type { EventName, Events, NativeAuth, Reply, RequestName, Requests } from "@chamcall/protocol";
import { io } from "socket.io-client";
import type { ChamCallError } from "../chamcall-error.ts";
import { errorFromWire } from "../rest/error-from-wire.ts";

/** An event as it came, still to be told apart by its name. */
export type ServerEvent = { [N in EventName]: { name: N; data: Events[N]; seq: number | undefined } }[EventName];

/** What one connection tells its owner; after `refused` or `lost` nothing more comes. */
export interface SignalSocketHandlers {
  event(event: ServerEvent): void;
  /** The server said no to the handshake. */
  refused(error: ChamCallError): void;
  /** The connection could not be made, gave no seat in time, or broke. */
  lost(): void;
}

/** One connection to the server; a reconnection is a new one. */
export interface SignalSocket {
  send(name: RequestName, data: Requests[RequestName], seq: number, ack?: (reply: Reply<RequestName>) => void): void;
  /** Ends the connection; no handler is called any more. */
  close(): void;
}

/** Opens a connection to a signaling URL, whose path is the Socket.IO path. */
export type OpenSignalSocket = (url: string, auth: NativeAuth, handlers: SignalSocketHandlers) => SignalSocket;

const connectTimeoutMs = 7000;
/** From an open transport to the seat. */
const seatTimeoutMs = 10_000;

export const openSignalSocket: OpenSignalSocket = (url, auth, handlers) => {
  const { origin, pathname } = new URL(url);
  const socket = io(origin, {
    path: pathname,
    auth,
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    timeout: connectTimeoutMs,
  });
  let seatTimer: ReturnType<typeof setTimeout> | undefined;
  const detach = () => {
    clearTimeout(seatTimer);
    socket.io.off("open", awaitSeat);
    socket.offAny();
    socket.off();
  };
  // Not socket.disconnect(): that would be a goodbye, while a closed transport leaves the seat held.
  const drop = () => void socket.io.engine.close();
  const lost = () => {
    detach();
    handlers.lost();
  };
  const awaitSeat = () => {
    seatTimer = setTimeout(() => {
      lost();
      drop();
    }, seatTimeoutMs);
  };
  socket.io.on("open", awaitSeat);
  socket.on("connect_error", (error: Error & { data?: unknown }) => {
    if (error.data === undefined) return lost();
    detach();
    socket.disconnect();
    handlers.refused(errorFromWire(error.data));
  });
  socket.on("disconnect", lost);
  socket.onAny((name: EventName, data: unknown, seq: unknown) => {
    if (name === "joined-room" || name === "resumed") clearTimeout(seatTimer);
    handlers.event({ name, data, seq: typeof seq === "number" ? seq : undefined } as ServerEvent);
  });
  return {
    send(name, data, seq, ack) {
      if (ack) socket.emit(name, data, seq, ack);
      else socket.emit(name, data, seq);
    },
    close() {
      detach();
      drop();
    },
  };
};
