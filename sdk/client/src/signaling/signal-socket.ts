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
  /** The connection could not be made, did not give what it was made for in time, or broke. */
  lost(): void;
}

/** One connection to the server; a reconnection is a new one. */
export interface SignalSocket {
  /** `seq` where the connection stands for a seat, see `Outbox`. */
  send(
    name: RequestName,
    data: Requests[RequestName],
    seq: number | undefined,
    ack?: (reply: Reply<RequestName>) => void,
  ): void;
  /** Ends the connection; no handler is called any more, and what the server holds for its return stays held. */
  close(): void;
  /** Like `close`, but the server holds nothing. */
  goodbye(): void;
}

/** Opens a connection to a signaling URL, whose path is the Socket.IO path. */
export type OpenSignalSocket = (url: string, auth: NativeAuth, handlers: SignalSocketHandlers) => SignalSocket;

const connectTimeoutMs = 7000;
/** From an open transport to what the connection is for: a seat, or being online. */
const givenTimeoutMs = 10_000;
const given: ReadonlySet<EventName> = new Set(["joined-room", "resumed", "online"]);

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
  let givenTimer: ReturnType<typeof setTimeout> | undefined;
  const detach = () => {
    clearTimeout(givenTimer);
    socket.io.off("open", awaitGiven);
    socket.offAny();
    socket.off();
  };
  // Not socket.disconnect(): that would be a goodbye, while a closed transport leaves the seat held.
  const drop = () => void socket.io.engine.close();
  const lost = () => {
    detach();
    handlers.lost();
  };
  const awaitGiven = () => {
    givenTimer = setTimeout(() => {
      lost();
      drop();
    }, givenTimeoutMs);
  };
  socket.io.on("open", awaitGiven);
  socket.on("connect_error", (error: Error & { data?: unknown }) => {
    if (error.data === undefined) return lost();
    detach();
    socket.disconnect();
    handlers.refused(errorFromWire(error.data));
  });
  socket.on("disconnect", lost);
  socket.onAny((name: EventName, data: unknown, seq: unknown) => {
    if (given.has(name)) clearTimeout(givenTimer);
    handlers.event({ name, data, seq: typeof seq === "number" ? seq : undefined } as ServerEvent);
  });
  return {
    send(name, data, seq, ack) {
      const args = [data, ...(seq === undefined ? [] : [seq]), ...(ack ? [ack] : [])];
      socket.emit(name, ...args);
    },
    close() {
      detach();
      drop();
    },
    goodbye() {
      detach();
      socket.disconnect();
    },
  };
};
