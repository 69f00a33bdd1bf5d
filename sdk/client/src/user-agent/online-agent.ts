import type { Events, Person, Reply, RequestName, Requests, UserPresence } from "@chamcall/protocol";
import type { ChamCallError } from "../chamcall-error.ts";
import { serverUnreachable } from "../rest/server-unreachable.ts";
import { CredentialsRenewal } from "../signaling/credentials-renewal.ts";
import { KeptConnection, type KeptEvent } from "../signaling/kept-connection.ts";
import { type RefusalPolicy, refusalPolicy, type Standing } from "../signaling/refusal-policy.ts";
import type { OpenSignalSocket } from "../signaling/signal-socket.ts";
import type { Ticket } from "../signaling/ticket.ts";
import type { watchNetwork } from "../signaling/watch-network.ts";
import { Emitter } from "../util/emitter.ts";
import { merge } from "../util/merge.ts";
import { Notifier } from "../util/notifier.ts";
import { CallDesk } from "./call-desk.ts";
import { DirectRequests } from "./direct-requests.ts";
import { withPresence } from "./presence-list.ts";
import type { UserAgent } from "./user-agent.ts";
import type { UserAgentEvents } from "./user-agent-events.ts";
import type { UserAgentSnapshot } from "./user-agent-snapshot.ts";
import type { UserAgentState } from "./user-agent-state.ts";
import type { UserCall } from "./user-call.ts";

interface OnlineAgentOptions {
  ticket: Ticket | undefined;
  signIn: () => Promise<Ticket>;
  deviceId: string;
  open: OpenSignalSocket;
  watchNetwork: typeof watchNetwork;
}

/** Wires connection, call desk and list of people together behind the public face of a user agent. */
export class OnlineAgent implements UserAgent {
  readonly #connection: KeptConnection;
  readonly #requests = new DirectRequests();
  readonly #desk: CallDesk;
  readonly #renewal: CredentialsRenewal;
  readonly #emitter = new Emitter<UserAgentEvents>();
  readonly #notifier = new Notifier();
  readonly #unwatchNetwork: () => void;
  #snapshot: UserAgentSnapshot = { state: { state: "connecting" }, users: [], call: { state: "none" } };
  #isWatching = false;

  constructor({ ticket, signIn, deviceId, open, watchNetwork }: OnlineAgentOptions) {
    this.#connection = new KeptConnection(
      // Whoever wants to be reached comes back however long it takes.
      {
        ticket,
        renew: signIn,
        standing: "returning",
        attempts: Number.POSITIVE_INFINITY,
        open,
        auth: () => ({ deviceId }),
      },
      {
        event: (event) => this.#receive(event),
        refused: onRefused,
        reconnecting: (attempt) => this.#reconnecting(attempt),
        ended: (_reason, error) => this.#giveUp(error),
      },
    );
    this.#desk = new CallDesk({
      ask: (name, data) => this.#ask(name, data),
      show: (call) => this.#showCall(call),
    });
    this.#renewal = new CredentialsRenewal({
      request: () => this.#ask("renew-credentials", {}),
      renewed: ({ token }) => this.#connection.renewToken(token),
    });
    this.#unwatchNetwork = watchNetwork({
      lost: () => this.#connection.networkLost(),
      back: () => this.#connection.retryNow(),
    });
    this.#connection.connect();
  }

  // Stores hand these two on without their object, so they are bound.
  readonly getSnapshot = (): UserAgentSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => this.#notifier.subscribe(listener);

  on<E extends keyof UserAgentEvents>(event: E, listener: (payload: UserAgentEvents[E]) => void): () => void {
    return this.#emitter.on(event, listener);
  }

  watchUsers(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.#fetchUsers();
  }

  async invite(userId: string, options: { video?: boolean; name?: string } = {}): Promise<void> {
    if (!this.#connection.socket) throw serverUnreachable(undefined);
    const known = this.#snapshot.users.find((user) => user.userId === userId);
    const peer = { userId, name: known?.name ?? options.name ?? userId };
    await this.#desk.invite(peer, options.video ?? true);
  }

  accept(options: { video?: boolean } = {}): void {
    this.#desk.accept(options.video ?? true);
  }

  decline(): void {
    this.#desk.decline();
  }

  hangUp(): void {
    this.#desk.hangUp();
  }

  dismiss(): void {
    this.#desk.dismiss();
  }

  close(): void {
    if (this.#connection.isOver) return;
    this.#desk.hangUp();
    this.#connection.socket?.goodbye();
    this.#connection.close();
    this.#finish({ state: "signed-out", reason: "closed" });
    this.#emitter.emit("signedOut", { reason: "closed" });
  }

  #receive(event: KeptEvent): void {
    switch (event.name) {
      case "online":
        this.#online(event.data);
        break;
      case "user-status":
        this.#userChanged(event.data);
        break;
      case "call-incoming":
        this.#desk.incoming(event.data);
        break;
      case "call-accepted":
        this.#desk.accepted(event.data);
        break;
      case "call-answered-elsewhere":
        this.#desk.answeredElsewhere(event.data);
        break;
      case "call-ended":
        this.#desk.ended(event.data);
        break;
      case "signed-out":
        this.#replaced();
        break;
    }
  }

  #online({ self, ttl, call }: Events["online"]): void {
    this.#connection.establish();
    this.#renewal.start(ttl);
    this.#update({ state: { state: "online" }, self });
    if (this.#isWatching) this.#fetchUsers();
    this.#emitter.emit("online", self);
    this.#desk.online(call);
  }

  #reconnecting(attempt: number): void {
    const { state } = this.#snapshot;
    if (state.state === "reconnecting") {
      if (state.attempt !== attempt) this.#update({ state: { ...state, attempt } });
      return;
    }
    this.#renewal.stop();
    this.#requests.fail();
    this.#update({ state: { state: "reconnecting", attempt, since: Date.now() } });
    this.#emitter.emit("reconnecting", undefined);
  }

  #replaced(): void {
    this.#connection.close();
    this.#desk.close("moved");
    this.#finish({ state: "signed-out", reason: "replaced" });
    this.#emitter.emit("signedOut", { reason: "replaced" });
  }

  #giveUp(error: ChamCallError): void {
    this.#desk.close("lost");
    this.#finish({ state: "refused", error });
    this.#emitter.emit("refused", error);
  }

  #finish(state: UserAgentState): void {
    this.#unwatchNetwork();
    this.#renewal.stop();
    this.#requests.fail();
    this.#update({ state, users: [] });
  }

  #ask<N extends RequestName>(name: N, data: Requests[N]): Promise<Reply<N> & { ok: true }> {
    return this.#requests.ask(this.#connection.socket, name, data);
  }

  #fetchUsers(): void {
    this.#ask("watch-users", {}).then(
      ({ users }) => this.#update({ users: users.filter((user) => this.#isShown(user) && user.status !== "offline") }),
      // The next connection asks again.
      () => {},
    );
  }

  #userChanged(user: UserPresence): void {
    if (!this.#isWatching || !this.#isShown(user)) return;
    this.#update({ users: withPresence(this.#snapshot.users, user) });
    this.#emitter.emit("userChanged", user);
  }

  #isShown({ userId }: Person): boolean {
    return userId !== this.#snapshot.self?.userId;
  }

  #showCall(call: UserCall): void {
    const before = this.#snapshot.call;
    this.#update({ call });
    if (call.state === "incoming") this.#emitter.emit("callIncoming", call);
    else if (call.state === "active" && before.state !== "active") this.#emitter.emit("callAccepted", call);
    else if (call.state === "ended") this.#emitter.emit("callEnded", call);
  }

  #update(patch: Partial<UserAgentSnapshot>): void {
    const next = merge(this.#snapshot, patch);
    if (next === this.#snapshot) return;
    this.#snapshot = next;
    this.#notifier.notify();
  }
}

/** Someone else's name is given up at once; whatever passes by itself is waited for, also at first. */
function onRefused(error: ChamCallError, standing: Standing): RefusalPolicy {
  switch (error.code) {
    case "USER_ID_TAKEN":
      return "give-up";
    case "DRAINING":
    case "RATE_LIMITED":
      return "retry";
    default:
      return refusalPolicy(error, standing);
  }
}
