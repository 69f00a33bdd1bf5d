import type { Socket } from "socket.io";
import type { Connection, Core } from "../core/core.ts";
import { Refusal } from "../core/errors.ts";
import type { Event } from "../core/events.ts";
import type { Link } from "../core/link.ts";
import type { Reply } from "../core/reply.ts";
import type { Dialect } from "../dialects/dialect.ts";

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
      close: () => this.#whenConfirmed(() => socket.disconnect(true)),
    };
    this.#connection = core.connect(link, address);
  }

  /** Carries out the command that the handshake stands for. */
  async open(command: Parameters<Connection["perform"]>[0]): Promise<Reply> {
    return this.#connection.perform(command);
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
    try {
      const reply = this.#connection.perform(this.#dialect.decode({ name, data }), seq);
      if (reply instanceof Promise) void reply.then((settled) => this.#answer(settled, ack));
      else this.#answer(reply, ack);
    } catch (cause) {
      this.#answer({ ok: false, refusal: Refusal.from(cause) }, ack);
    }
  }

  /** The client said goodbye by closing its side. */
  left(): void {
    void this.#connection.perform({ type: "leave" });
    this.lost();
  }

  lost(): void {
    this.#connection.lost();
  }

  #answer(reply: Reply, ack: Ack | undefined): void {
    if (ack) ack(this.#dialect.encodeReply(reply));
    else if (!reply.ok) this.#send({ type: "refused", refusal: reply.refusal });
  }

  #send(event: Event, seq?: number): void {
    for (const { name, data } of this.#dialect.encode(event)) {
      this.#whenConfirmed(() =>
        seq === undefined ? this.#socket.emit(name, data) : this.#socket.emit(name, data, seq),
      );
    }
  }

  #whenConfirmed(action: () => void): void {
    if (this.#early) this.#early.push(action);
    else action();
  }
}
