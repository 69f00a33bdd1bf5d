import type { NativeAuth, Reply, RequestName, Requests } from "@chamcall/protocol";
import { ChamCallError } from "../chamcall-error.ts";
import { errorFromWire } from "../rest/error-from-wire.ts";
import { serverUnreachable } from "../rest/server-unreachable.ts";
import { inTime } from "../util/in-time.ts";
import type { AnyRequest } from "./any-request.ts";
import { backOff, maxAttempts } from "./back-off.ts";
import { endReason } from "./end-reason.ts";
import { Outbox, type Pending } from "./outbox.ts";
import { refusalPolicy, type Standing } from "./refusal-policy.ts";
import type { SeatTicket } from "./seat-ticket.ts";
import type { ServerEvent, SignalSocket } from "./signal-socket.ts";
import type { SignalingHandlers } from "./signaling-handlers.ts";
import type { SignalingOptions } from "./signaling-options.ts";
import type { SignalingState } from "./signaling-state.ts";

/** The seat that a lost connection can take back. */
interface Seat {
  resumeKey: string;
  lastSeq: number;
}

/** Attempts at a first connection before the person is told. */
const firstAttempts = 3;
/** How long a goodbye waits, for the seat that is given back and for the server's ear. */
const leaveMs = 1000;
/** An attempt from before the network came back is waiting for packets that were lost. */
const patienceMs = 500;
/** A seat lost sooner doesn't count as a success, or a server that drops everyone would be hammered. */
const stableMs = 5000;
const over = { ok: false, error: { code: "NOT_IN_ROOM", message: "The call is over." } } as const;

/** Keeps this client's seat in the room: connects, resumes, rejoins, and delivers every message once and in order. */
export class Signaling {
  readonly #options: SignalingOptions;
  readonly #handlers: SignalingHandlers;
  readonly #outbox = new Outbox();
  #ticket: SeatTicket;
  #state: SignalingState = { state: "idle" };
  #seat: Seat | undefined;
  #standing: Standing;
  #rejoinNext = false;
  /** When a restarting server wants its clients back, milliseconds since the epoch. */
  #backAt: number | undefined;

  constructor(options: SignalingOptions, handlers: SignalingHandlers) {
    this.#options = options;
    this.#ticket = options.ticket;
    this.#standing = options.standing;
    this.#handlers = handlers;
  }

  get token(): string {
    return this.#ticket.token;
  }

  /** Takes a renewed room token for the connections to come. */
  renewToken(token: string): void {
    this.#ticket = { ...this.#ticket, token };
  }

  connect(): void {
    if (this.#state.state === "idle") void this.#attempt(1);
  }

  /** Sends a request, later if the connection is away; rejects with the server's refusal. */
  request<N extends RequestName>(name: N, data: Requests[N]): Promise<Reply<N> & { ok: true }> {
    return new Promise((resolve, reject) => {
      if (this.#isOver()) return reject(new ChamCallError("CLOSED", "The call is over."));
      const pending = this.#outbox.add(name, data, (reply) => {
        if (reply.ok) resolve(reply as Reply<N> & { ok: true });
        else reject(errorFromWire(reply.error));
      });
      if (this.#state.state === "seated") this.#transmit(this.#state.socket, pending);
    });
  }

  /** Like `request`, for messages whose refusal changes nothing (the other has just left). */
  send({ name, data }: AnyRequest): void {
    if (this.#isOver()) return;
    const pending = this.#outbox.note(name, data);
    if (this.#state.state === "seated") this.#transmit(this.#state.socket, pending);
  }

  /** Says goodbye at once, or with the seat that is on its way; resolves when heard, or after a second for each. */
  async leave(): Promise<void> {
    const before = this.#state;
    if (before.state === "seated") {
      await this.#sayGoodbye(before.socket);
    } else if (before.state === "connecting" && before.socket) {
      const { socket } = before;
      const seated = new Promise<boolean>((settle) => {
        this.#state = { state: "leaving", socket, settle };
      });
      if (await inTime(leaveMs, seated)) await this.#sayGoodbye(socket);
      else socket.close();
    } else {
      this.#stopTrying();
    }
    this.#end();
    this.#outbox.fail(over);
  }

  /** The browser says that the network is gone: no need to wait for the heartbeat to notice. */
  networkLost(): void {
    const { state } = this.#state;
    if (state !== "seated" && state !== "connecting") return;
    this.#stopTrying();
    this.#scheduleAttempt(1);
  }

  /** The network or the person is back: try now instead of waiting. */
  retryNow(): void {
    const isStuck = this.#state.state === "connecting" && Date.now() - this.#state.since > patienceMs;
    if (this.#standing !== "seated" || (this.#state.state !== "waiting" && !isStuck)) return;
    this.#stopTrying();
    void this.#attempt(1);
  }

  async #attempt(attempt: number): Promise<void> {
    const connecting: SignalingState = { state: "connecting", since: Date.now() };
    this.#state = connecting;
    const overtaken = () => this.#state !== connecting;
    if (this.#standing === "seated") this.#handlers.reconnecting(attempt);
    if (this.#rejoinNext && this.#options.rejoin) {
      try {
        const ticket = await this.#options.rejoin();
        if (overtaken()) return;
        this.#ticket = ticket;
        this.#rejoinNext = false;
      } catch (error) {
        if (overtaken()) return;
        return this.#refused(
          error instanceof ChamCallError ? error : new ChamCallError("INTERNAL", String(error)),
          attempt,
        );
      }
    }
    connecting.socket = this.#options.open(this.#ticket.signalingUrl, this.#auth(), {
      event: (event) => this.#receive(event),
      refused: (error) => this.#refused(error, attempt),
      lost: () => this.#lost(attempt),
    });
  }

  async #sayGoodbye(socket: SignalSocket): Promise<void> {
    const heard = new Promise<true>((resolve) => {
      this.#transmit(
        socket,
        this.#outbox.add("leave-room", {}, () => resolve(true)),
      );
    });
    this.#end();
    await inTime(leaveMs, heard);
    socket.close();
  }

  #auth(): NativeAuth {
    return {
      token: this.#ticket.token,
      instanceId: this.#options.instanceId,
      media: this.#options.media(),
      ...(this.#seat && { resume: { key: this.#seat.resumeKey, seq: this.#seat.lastSeq } }),
    };
  }

  #receive(event: ServerEvent): void {
    if (this.#state.state === "ended") return;
    if (this.#state.state === "leaving") {
      if (event.name !== "joined-room" && event.name !== "resumed") return;
      this.#sendRest(this.#state.socket, event);
      this.#state.settle(true);
      return;
    }
    switch (event.name) {
      case "joined-room":
        this.#takeSeat(event);
        break;
      case "resumed":
        this.#sendRest(this.#seated(), event);
        this.#handlers.resumed();
        break;
      case "ejected":
        this.#stopTrying();
        this.#finish(event.data);
        break;
      case "server-draining":
        this.#backAt = Date.now() + event.data.retryAfterMs;
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
    const socket = this.#seated();
    this.#seat = { resumeKey: data.resumeKey, lastSeq: seq ?? 0 };
    this.#standing = "seated";
    // Renumbered before the call hears of it: what it sends in answer belongs to the new seat.
    this.#sendRest(socket, event);
    this.#handlers.joined(data);
  }

  /** What this seat, fresh or kept, has not received yet. */
  #sendRest(socket: SignalSocket, event: ServerEvent & { name: "joined-room" | "resumed" }): void {
    const rest = event.name === "resumed" ? this.#outbox.resume(event.data.received) : this.#outbox.restart();
    for (const pending of rest) this.#transmit(socket, pending);
  }

  #seated(): SignalSocket {
    if (this.#state.state !== "connecting" || !this.#state.socket) throw new Error("A seat without a connection.");
    const { socket } = this.#state;
    this.#state = { state: "seated", socket, since: Date.now() };
    this.#backAt = undefined;
    return socket;
  }

  #isNew(seq: number | undefined): boolean {
    if (seq === undefined || !this.#seat) return true;
    if (seq <= this.#seat.lastSeq) return false;
    this.#seat.lastSeq = seq;
    return true;
  }

  #transmit(socket: SignalSocket, pending: Pending): void {
    const { name, data, seq, asks } = pending;
    socket.send(name, data, seq, asks ? (reply) => this.#outbox.acknowledge(pending, reply) : undefined);
  }

  #refused(error: ChamCallError, attempt: number): void {
    if (this.#state.state === "leaving") {
      this.#state.settle(false);
      return;
    }
    if (error.code === "UNAUTHORIZED" && this.#seat) {
      // The seat is gone, the token may still be good.
      this.#seat = undefined;
      void this.#attempt(attempt);
      return;
    }
    const policy = refusalPolicy(error, this.#standing);
    const canRejoin = this.#options.rejoin !== undefined && !this.#rejoinNext;
    if (policy === "give-up" || (policy === "rejoin" && !canRejoin)) {
      this.#finish({ reason: endReason(error), error });
      return;
    }
    if (policy === "rejoin") {
      this.#rejoinNext = true;
    }
    this.#scheduleAttempt(attempt + 1, error.retryAfterMs);
  }

  #lost(attempt: number): void {
    if (this.#state.state === "leaving") this.#state.settle(false);
    if (this.#isOver()) return;
    const wasStable = this.#state.state === "seated" && Date.now() - this.#state.since > stableMs;
    const hintMs = this.#backAt === undefined ? undefined : Math.max(this.#backAt - Date.now(), 0);
    this.#backAt = undefined;
    this.#scheduleAttempt(wasStable ? 1 : attempt + 1, hintMs);
  }

  #scheduleAttempt(attempt: number, hintMs?: number): void {
    const allowed = this.#standing === "seated" ? maxAttempts : firstAttempts;
    const offline = this.#standing === "seated" && globalThis.navigator?.onLine === false;
    if (attempt > allowed && !offline) {
      const reason = this.#standing === "seated" ? "server-gone" : "refused";
      this.#finish({
        reason,
        error: serverUnreachable(this.#standing === "seated" ? undefined : this.#ticket.signalingUrl),
      });
      return;
    }
    // A hint is the same for everyone, so it is spread like the back-off itself.
    const delay = hintMs === undefined ? backOff(attempt) : hintMs + Math.random() * 1000;
    const timer = setTimeout(() => void this.#attempt(attempt), delay);
    this.#state = { state: "waiting", attempt, timer };
    if (this.#standing === "seated") this.#handlers.reconnecting(attempt);
  }

  #stopTrying(): void {
    if (this.#state.state === "waiting") clearTimeout(this.#state.timer);
    if (this.#state.state === "connecting" || this.#state.state === "seated") this.#state.socket?.close();
  }

  #finish(end: Parameters<SignalingHandlers["ended"]>[0]): void {
    this.#end();
    this.#outbox.fail(over);
    this.#handlers.ended(end);
  }

  #isOver(): boolean {
    return this.#state.state === "leaving" || this.#state.state === "ended";
  }

  #end(): void {
    this.#state = { state: "ended" };
  }
}
