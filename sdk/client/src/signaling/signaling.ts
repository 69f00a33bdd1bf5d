import type { NativeAuth, Reply, RequestName, Requests } from "@chamcall/protocol";
import { ChamCallError } from "../chamcall-error.ts";
import { errorFromWire } from "../rest/error-from-wire.ts";
import { inTime } from "../util/in-time.ts";
import type { AnyRequest } from "./any-request.ts";
import { endReason } from "./end-reason.ts";
import { KeptConnection, type KeptEvent } from "./kept-connection.ts";
import { Outbox, type Pending } from "./outbox.ts";
import { type RefusalPolicy, refusalPolicy, type Standing } from "./refusal-policy.ts";
import type { ServerEvent, SignalSocket } from "./signal-socket.ts";
import type { SignalingEnd, SignalingHandlers } from "./signaling-handlers.ts";
import type { SignalingOptions } from "./signaling-options.ts";

/** The seat that a lost connection can take back. */
interface Seat {
  resumeKey: string;
  lastSeq: number;
}

/** How long a goodbye waits, for the seat that is given back and for the server's ear. */
const leaveMs = 1000;
const over = { ok: false, error: { code: "NOT_IN_ROOM", message: "The call is over." } } as const;

/** Keeps this client's seat in the room: resumes, rejoins, and delivers every message once and in order. */
export class Signaling {
  readonly #options: SignalingOptions;
  readonly #handlers: SignalingHandlers;
  readonly #outbox = new Outbox();
  readonly #connection: KeptConnection;
  #seat: Seat | undefined;

  constructor(options: SignalingOptions, handlers: SignalingHandlers) {
    this.#options = options;
    this.#handlers = handlers;
    const { ticket, rejoin: renew, standing, open } = options;
    this.#connection = new KeptConnection(
      { ticket, renew, standing, open, auth: () => this.#auth() },
      {
        event: (event) => this.#receive(event),
        refused: (error, standing) => this.#refused(error, standing),
        reconnecting: (attempt) => handlers.reconnecting(attempt),
        ended: (reason, error) => this.#finish({ reason: reason === "gone" ? "server-gone" : endReason(error), error }),
      },
    );
  }

  get token(): string {
    return (this.#connection.ticket ?? this.#options.ticket).token;
  }

  /** Takes a renewed room token for the connections to come. */
  renewToken(token: string): void {
    this.#connection.renewToken(token);
  }

  connect(): void {
    this.#connection.connect();
  }

  /** Sends a request, later if the connection is away; rejects with the server's refusal. */
  request<N extends RequestName>(name: N, data: Requests[N]): Promise<Reply<N> & { ok: true }> {
    return new Promise((resolve, reject) => {
      if (this.#connection.isOver) return reject(new ChamCallError("CLOSED", "The call is over."));
      const pending = this.#outbox.add(name, data, (reply) => {
        if (reply.ok) resolve(reply as Reply<N> & { ok: true });
        else reject(errorFromWire(reply.error));
      });
      this.#transmit(this.#connection.socket, pending);
    });
  }

  /** Like `request`, for messages whose refusal changes nothing (the other has just left). */
  send({ name, data }: AnyRequest): void {
    if (this.#connection.isOver) return;
    this.#transmit(this.#connection.socket, this.#outbox.note(name, data));
  }

  /** Says goodbye at once, or with the seat that is on its way; resolves when heard, or after a second for each. */
  async leave(): Promise<void> {
    const isSeated = this.#connection.socket !== undefined;
    let socket: SignalSocket | undefined;
    const seated = new Promise<boolean>((settle) => {
      socket = this.#connection.handOver({
        event: (event) => {
          if (!socket || (event.name !== "joined-room" && event.name !== "resumed")) return;
          this.#sendRest(socket, event);
          settle(true);
        },
        refused: () => settle(false),
        lost: () => settle(false),
      });
    });
    if (socket && (isSeated || (await inTime(leaveMs, seated)))) await this.#sayGoodbye(socket);
    socket?.close();
    this.#outbox.fail(over);
  }

  /** The browser says that the network is gone: no need to wait for the heartbeat to notice. */
  networkLost(): void {
    this.#connection.networkLost();
  }

  /** The network or the person is back: try now instead of waiting. */
  retryNow(): void {
    this.#connection.retryNow();
  }

  async #sayGoodbye(socket: SignalSocket): Promise<void> {
    const heard = new Promise<true>((resolve) => {
      this.#transmit(
        socket,
        this.#outbox.add("leave-room", {}, () => resolve(true)),
      );
    });
    await inTime(leaveMs, heard);
  }

  #auth(): Omit<NativeAuth, "token"> {
    return {
      instanceId: this.#options.instanceId,
      media: this.#options.media(),
      ...(this.#seat && { resume: { key: this.#seat.resumeKey, seq: this.#seat.lastSeq } }),
    };
  }

  #receive(event: KeptEvent): void {
    switch (event.name) {
      case "joined-room":
        this.#takeSeat(event);
        break;
      case "resumed":
        this.#sendRest(this.#connection.establish(), event);
        this.#handlers.resumed();
        break;
      case "ejected":
        this.#connection.close();
        this.#finish(event.data);
        break;
      // What was refused has been told to whoever asked for it.
      case "error":
        break;
      default:
        if (this.#isNew(event.seq)) this.#handlers.event(event);
    }
  }

  #takeSeat(event: ServerEvent & { name: "joined-room" }): void {
    const { data, seq } = event;
    const socket = this.#connection.establish();
    this.#seat = { resumeKey: data.resumeKey, lastSeq: seq ?? 0 };
    // Renumbered before the call hears of it: what it sends in answer belongs to the new seat.
    this.#sendRest(socket, event);
    this.#handlers.joined(data);
  }

  /** What this seat, fresh or kept, has not received yet. */
  #sendRest(socket: SignalSocket, event: ServerEvent & { name: "joined-room" | "resumed" }): void {
    const rest = event.name === "resumed" ? this.#outbox.resume(event.data.received) : this.#outbox.restart();
    for (const pending of rest) this.#transmit(socket, pending);
  }

  #isNew(seq: number | undefined): boolean {
    if (seq === undefined || !this.#seat) return true;
    if (seq <= this.#seat.lastSeq) return false;
    this.#seat.lastSeq = seq;
    return true;
  }

  /** Without a connection it stays in the outbox until there is one. */
  #transmit(socket: SignalSocket | undefined, pending: Pending): void {
    const { name, data, seq, asks } = pending;
    socket?.send(name, data, seq, asks ? (reply) => this.#outbox.acknowledge(pending, reply) : undefined);
  }

  #refused(error: ChamCallError, standing: Standing): RefusalPolicy {
    if (error.code === "UNAUTHORIZED" && this.#seat) {
      // The seat is gone, the token may still be good.
      this.#seat = undefined;
      return "at-once";
    }
    return refusalPolicy(error, standing);
  }

  #finish(end: SignalingEnd): void {
    this.#outbox.fail(over);
    this.#handlers.ended(end);
  }
}
