import type { NativeAuth } from "@chamcall/protocol";
import { ChamCallError } from "../chamcall-error.ts";
import { serverUnreachable } from "../rest/server-unreachable.ts";
import { backOff, maxAttempts } from "./back-off.ts";
import type { ConnectionState } from "./connection-state.ts";
import type { RefusalPolicy, Standing } from "./refusal-policy.ts";
import type { OpenSignalSocket, ServerEvent, SignalSocket, SignalSocketHandlers } from "./signal-socket.ts";
import type { Ticket } from "./ticket.ts";

interface KeptConnectionOptions {
  /** Absent: the first attempt asks `renew` for one. */
  ticket: Ticket | undefined;
  /** Gets a new ticket when the token has expired; absent when that is the app's task. */
  renew: (() => Promise<Ticket>) | undefined;
  standing: "new" | "returning";
  /** What the handshake carries besides the token. */
  auth: () => Omit<NativeAuth, "token">;
  /** How often a lost connection is tried again before giving up. Default: as often as the back-off has delays. */
  attempts?: number;
  open: OpenSignalSocket;
}

/** What is for the owner of the connection to hear. */
export type KeptEvent = Exclude<ServerEvent, { name: "server-draining" }>;

/** What the connection tells its owner. */
export interface KeptConnectionHandlers {
  event(event: KeptEvent): void;
  /** The server, or whoever gives tickets, said no: what to do about it. */
  refused(error: ChamCallError, standing: Standing): RefusalPolicy;
  /** An established connection is away; `attempt` to get it back counts from 1. */
  reconnecting(attempt: number): void;
  /** Given up. `gone`: a connection that was established could not be made again. */
  ended(reason: "refused" | "gone", error: ChamCallError): void;
}

/** Attempts at a first connection before the person is told. */
const firstAttempts = 3;
/** An attempt from before the network came back is waiting for packets that were lost. */
const patienceMs = 500;
/** A connection lost sooner doesn't count as a success, or a server that drops everyone would be hammered. */
const stableMs = 5000;

/** Keeps a connection to the server: back-off, a new token for an expired one, back when a restarting server says so. */
export class KeptConnection {
  readonly #options: KeptConnectionOptions;
  readonly #handlers: KeptConnectionHandlers;
  #ticket: Ticket | undefined;
  #state: ConnectionState = { state: "idle" };
  #standing: Standing;
  #renewNext = false;
  #heir: SignalSocketHandlers | undefined;
  /** When a restarting server wants its clients back, milliseconds since the epoch. */
  #backAt: number | undefined;

  constructor(options: KeptConnectionOptions, handlers: KeptConnectionHandlers) {
    this.#options = options;
    this.#handlers = handlers;
    this.#ticket = options.ticket;
    this.#standing = options.standing;
  }

  get ticket(): Ticket | undefined {
    return this.#ticket;
  }

  /** The connection, while it is established. */
  get socket(): SignalSocket | undefined {
    return this.#state.state === "established" ? this.#state.socket : undefined;
  }

  get isOver(): boolean {
    return this.#state.state === "ended";
  }

  /** Takes a renewed token for the connections to come. */
  renewToken(token: string): void {
    if (this.#ticket) this.#ticket = { ...this.#ticket, token };
  }

  connect(): void {
    if (this.#state.state === "idle") void this.#attempt(1);
  }

  /** The owner says that the server has given what the connection is for. */
  establish(): SignalSocket {
    if (this.#state.state !== "connecting" || !this.#state.socket) throw new Error("Nothing was being connected.");
    const { socket } = this.#state;
    this.#state = { state: "established", socket, since: Date.now() };
    this.#standing = "seated";
    this.#backAt = undefined;
    return socket;
  }

  /** The browser says that the network is gone: no need to wait for the heartbeat to notice. */
  networkLost(): void {
    const { state } = this.#state;
    if (state !== "established" && state !== "connecting") return;
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

  /** Ends at once; no handler is called any more. */
  close(): void {
    this.#stopTrying();
    this.#state = { state: "ended" };
  }

  /** Ends without closing the socket, be it established or opening: the heir hears from it and closes it. */
  handOver(heir: SignalSocketHandlers): SignalSocket | undefined {
    const before = this.#state;
    const socket = before.state === "established" || before.state === "connecting" ? before.socket : undefined;
    if (socket) this.#heir = heir;
    else this.#stopTrying();
    this.#state = { state: "ended" };
    return socket;
  }

  async #attempt(attempt: number): Promise<void> {
    const connecting: ConnectionState = { state: "connecting", since: Date.now() };
    this.#state = connecting;
    const overtaken = () => this.#state !== connecting;
    if (this.#standing === "seated") this.#handlers.reconnecting(attempt);
    const { renew, open, auth } = this.#options;
    let ticket = this.#ticket;
    if (renew && (this.#renewNext || !ticket)) {
      try {
        ticket = await renew();
      } catch (error) {
        if (overtaken()) return;
        const refusal = error instanceof ChamCallError ? error : new ChamCallError("INTERNAL", String(error));
        return this.#refused(refusal, attempt);
      }
      if (overtaken()) return;
      this.#ticket = ticket;
      this.#renewNext = false;
    }
    if (!ticket) throw new Error("A connection needs a ticket, or a way to get one.");
    connecting.socket = open(
      ticket.signalingUrl,
      { token: ticket.token, ...auth() },
      {
        event: (event) => (this.#heir ? this.#heir.event(event) : this.#receive(event)),
        refused: (error) => (this.#heir ? this.#heir.refused(error) : this.#refused(error, attempt)),
        lost: () => (this.#heir ? this.#heir.lost() : this.#lost(attempt)),
      },
    );
  }

  #receive(event: ServerEvent): void {
    if (this.isOver) return;
    if (event.name === "server-draining") this.#backAt = Date.now() + event.data.retryAfterMs;
    else this.#handlers.event(event);
  }

  #refused(error: ChamCallError, attempt: number): void {
    if (this.isOver) return;
    const policy = this.#handlers.refused(error, this.#standing);
    if (policy === "at-once") return void this.#attempt(attempt);
    const canRenew = this.#options.renew !== undefined && !this.#renewNext;
    if (policy === "give-up" || (policy === "rejoin" && !canRenew)) {
      this.#state = { state: "ended" };
      this.#handlers.ended("refused", error);
      return;
    }
    if (policy === "rejoin") this.#renewNext = true;
    this.#scheduleAttempt(attempt + 1, error.retryAfterMs);
  }

  #lost(attempt: number): void {
    if (this.isOver) return;
    const wasStable = this.#state.state === "established" && Date.now() - this.#state.since > stableMs;
    const hintMs = this.#backAt === undefined ? undefined : Math.max(this.#backAt - Date.now(), 0);
    this.#backAt = undefined;
    this.#scheduleAttempt(wasStable ? 1 : attempt + 1, hintMs);
  }

  #scheduleAttempt(attempt: number, hintMs?: number): void {
    const wasSeated = this.#standing === "seated";
    const allowed = wasSeated ? (this.#options.attempts ?? maxAttempts) : firstAttempts;
    const offline = wasSeated && globalThis.navigator?.onLine === false;
    if (attempt > allowed && !offline) {
      this.#state = { state: "ended" };
      const error = serverUnreachable(wasSeated ? undefined : this.#ticket?.signalingUrl);
      this.#handlers.ended(wasSeated ? "gone" : "refused", error);
      return;
    }
    // A hint is the same for everyone, so it is spread like the back-off itself.
    const delay = hintMs === undefined ? backOff(attempt) : hintMs + Math.random() * 1000;
    const timer = setTimeout(() => void this.#attempt(attempt), delay);
    this.#state = { state: "waiting", attempt, timer };
    if (wasSeated) this.#handlers.reconnecting(attempt);
  }

  #stopTrying(): void {
    if (this.#state.state === "waiting") clearTimeout(this.#state.timer);
    if (this.#state.state === "connecting" || this.#state.state === "established") this.#state.socket?.close();
  }
}
