import type { Socket } from "socket.io";
import type { Command } from "../core/commands.ts";
import type { Connection, Core } from "../core/core.ts";
import type { Event } from "../core/events.ts";
import type { Link } from "../core/link.ts";
import type { Reply } from "../core/reply.ts";
import type { Dialect, WireMessage, WireRequest } from "../dialects/dialect.ts";
import { isOverflowing } from "./is-overflowing.ts";
import { writeTogether } from "./write-together.ts";

type Ack = (body: object) => void;

/** One Socket.IO connection that speaks one dialect: bytes ⇄ {name, data, seq}, decode, perform, acknowledge. */
export class Conversation {
  readonly #socket: Socket;
  readonly #dialect: Dialect;
  readonly #connection: Connection;
  /** Until Socket.IO has confirmed the connection, whatever is done to it would overtake that and be lost. */
  #early: (() => void)[] | undefined;

  constructor(socket: Socket, dialect: Dialect, core: Core, address: string, foreignOrigin?: string) {
    this.#socket = socket;
    this.#dialect = dialect;
    this.#early = socket.connected ? undefined : [];
    const link: Link = {
      send: (event, seq) => this.#send(event, seq),
      close: () => {
        if (this.#early) this.#early.push(() => socket.disconnect(true));
        else socket.disconnect(true);
      },
    };
    this.#connection = core.connect(link, address, foreignOrigin);
  }

  /** Carries out the command that the handshake stands for. */
  async open(decode: () => Command): Promise<Reply> {
    return this.#connection.perform(decode);
  }

  /** Socket.IO has confirmed the connection. */
  confirmed(): void {
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const action of early) action();
  }

  /** A message with its arguments: data, the client's number of it, an acknowledgement; each may be missing. */
  receive(name: string, args: unknown[]): void {
    const last = args.at(-1);
    const ack = typeof last === "function" ? (last as Ack) : undefined;
    const seq = typeof args[1] === "number" ? args[1] : undefined;
    const data = args[0] === ack ? undefined : args[0];
    const request = { name, data, auth: this.#socket.handshake.auth };
    const reply = this.#connection.perform(() => this.#dialect.decode(request), seq);
    if (reply instanceof Promise) void reply.then((settled) => this.#answer(settled, request, ack));
    else this.#answer(reply, request, ack);
  }

  end(how: "left" | "lost"): void {
    this.#connection.end(how);
  }

  #answer(reply: Reply, request: WireRequest, ack: Ack | undefined): void {
    writeTogether(this.#socket.conn.request.socket);
    if (ack) ack(this.#dialect.acknowledge(reply));
    else this.#write(this.#dialect.respond(reply, request));
  }

  #send(event: Event, seq?: number): void {
    this.#write(this.#dialect.encode(event), seq);
  }

  #write(messages: readonly WireMessage[], seq?: number): void {
    for (const { name, data } of messages) {
      if (this.#early) this.#early.push(() => this.#emit(name, data, seq));
      else this.#emit(name, data, seq);
    }
    if (isOverflowing(this.#socket.conn)) this.#abandon();
  }

  #emit(name: string, data: unknown, seq: number | undefined): void {
    writeTogether(this.#socket.conn.request.socket);
    if (seq === undefined) this.#socket.emit(name, data);
    else this.#socket.emit(name, data, seq);
  }

  /** Whoever reads nothing doesn't read a goodbye either. */
  #abandon(): void {
    this.#socket.conn.close(true);
    this.#socket.conn.request.socket.destroy();
  }
}
