import type { Socket } from "socket.io";
import type { Command } from "../core/commands.ts";
import type { Connection, Core } from "../core/core.ts";
import type { Event } from "../core/events.ts";
import type { Link } from "../core/link.ts";
import type { Reply } from "../core/reply.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { isOverflowing } from "./is-overflowing.ts";

type Ack = (body: object) => void;

/** One Socket.IO connection that speaks one dialect: bytes ⇄ {name, data, seq}, decode, perform, acknowledge. */
export class Conversation {
  readonly #socket: Socket;
  readonly #dialect: Dialect;
  readonly #connection: Connection;
  /** Until Socket.IO has confirmed the connection, whatever is done to it would overtake that and be lost. */
  #early: (() => void)[] | undefined;

  constructor(socket: Socket, dialect: Dialect, core: Core, address: string) {
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
    this.#connection = core.connect(link, address);
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
    const reply = this.#connection.perform(() => this.#dialect.decode({ name, data }), seq);
    if (reply instanceof Promise) void reply.then((settled) => this.#answer(settled, ack));
    else this.#answer(reply, ack);
  }

  end(how: "left" | "lost"): void {
    this.#connection.end(how);
  }

  #answer(reply: Reply, ack: Ack | undefined): void {
    if (ack) ack(this.#dialect.encodeReply(reply));
    else if (!reply.ok) this.#send({ type: "refused", refusal: reply.refusal });
  }

  #send(event: Event, seq?: number): void {
    for (const { name, data } of this.#dialect.encode(event)) {
      if (this.#early) this.#early.push(() => this.#emit(name, data, seq));
      else this.#emit(name, data, seq);
    }
    if (isOverflowing(this.#socket.conn)) this.#abandon();
  }

  #emit(name: string, data: unknown, seq: number | undefined): void {
    if (seq === undefined) this.#socket.emit(name, data);
    else this.#socket.emit(name, data, seq);
  }

  /** Whoever reads nothing doesn't read a goodbye either. */
  #abandon(): void {
    this.#socket.conn.close(true);
    this.#socket.conn.request.socket.destroy();
  }
}
