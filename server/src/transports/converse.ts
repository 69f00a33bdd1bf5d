import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Core } from "../core/core.ts";
import type { Link } from "../core/link.ts";
import type { Dialect, WireMessage, WireRequest } from "../dialects/dialect.ts";
import { keepAlive } from "./keep-alive.ts";
import { readFrame } from "./read-frame.ts";
import { writeTogether } from "./write-together.ts";

/** What may wait for a slow reader: the burst of a full room is a tenth of it. */
const MAX_BUFFERED_BYTES = 2 * 1024 * 1024;
/** Core has ended the client's stay, and told it why. */
const ENDED = { code: 1008, reason: "The last message says why." };
const UNREAD: WireRequest = { name: "", data: undefined };

/** A WebSocket and the connection under it. */
interface Wire {
  client: WebSocket;
  socket: Duplex;
}

/** One raw WebSocket that speaks one dialect, to its end: frames ⇄ {name, data}, decode, perform, respond. */
export function converse(wire: Wire, dialect: Dialect, core: Core, address: string): void {
  const { client } = wire;
  const link: Link = {
    send: (event) => write(wire, dialect.encode(event)),
    close: () => client.close(ENDED.code, ENDED.reason),
  };
  const connection = core.connect(link, address);
  const stopPinging = keepAlive(client);
  const end = () => {
    stopPinging();
    connection.end("lost");
  };

  client.on("message", (frame, isBinary) => {
    // What was on its way when we closed.
    if (client.readyState !== client.OPEN) return;
    let request = UNREAD;
    const reply = connection.perform(() => {
      request = readFrame(frame, isBinary);
      return dialect.decode(request);
    });
    if (reply instanceof Promise) void reply.then((settled) => write(wire, dialect.respond(settled, request)));
    else write(wire, dialect.respond(reply, request));
  });
  // A broken protocol: the close that says so is on its way, and the peer may take its time to answer it.
  client.once("error", end);
  client.once("close", end);
  if (dialect.claim.at === "connection") write(wire, [dialect.claim.greeting]);
}

function write({ client, socket }: Wire, messages: readonly WireMessage[]): void {
  if (messages.length === 0) return;
  writeTogether(socket);
  for (const { name, data } of messages) client.send(frameOf(name, JSON.stringify(data)));
  // Whoever reads nothing doesn't read a goodbye either.
  if (client.bufferedAmount > MAX_BUFFERED_BYTES) client.terminate();
}

/** `{"type": name, …data}`: copying the data for it would cost as much again as writing it out. */
function frameOf(name: string, data: string): string {
  return data === "{}" ? `{"type":"${name}"}` : `{"type":"${name}",${data.slice(1)}`;
}
