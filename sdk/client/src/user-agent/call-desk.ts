import type { CurrentCall, Events, Person, Reply, RequestName, Requests } from "@chamcall/protocol";
import { ChamCallError } from "../chamcall-error.ts";
import { endedCall } from "./ended-call.ts";
import { outcomeOf } from "./outcome-of.ts";
import type { ActiveCall, AnsweringCall, CallOutcome, IncomingCall, OutgoingCall, UserCall } from "./user-call.ts";

interface CallDeskOptions {
  /** Rejects with a ChamCallError; SERVER_UNREACHABLE when nobody will ever answer. */
  ask<N extends RequestName>(name: N, data: Requests[N]): Promise<Reply<N> & { ok: true }>;
  /** The call is another one from now on. */
  show(call: UserCall): void;
}

/** How this side ended a call. */
type Farewell = "call-cancel" | "call-decline" | "call-end";

/** Past its time a call still rings so long, for the server's word to come first. */
const graceMs = 3000;
/** How long an invitation that was never answered rings. */
const unansweredMs = 45_000;

/** The one call of a device: what this side does and what the server tells come to exactly one outcome. */
export class CallDesk {
  readonly #options: CallDeskOptions;
  #call: UserCall = { state: "none" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Calls that this side has ended and that the server may not have heard of. */
  readonly #farewells = new Map<string, Farewell>();
  /** An end that overtook the answer to the invitation, which tells whose it is. */
  #early: Events["call-ended"] | undefined;

  constructor(options: CallDeskOptions) {
    this.#options = options;
  }

  get call(): UserCall {
    return this.#call;
  }

  async invite(peer: Person, video: boolean): Promise<void> {
    if (this.#isBusy()) throw new ChamCallError("ALREADY_IN_CALL", "End your current call before starting another.");
    const call: OutgoingCall = { state: "outgoing", peer, video };
    this.#early = undefined;
    this.#set(call, Date.now() + unansweredMs);
    try {
      const { callId, timeoutMs } = await this.#options.ask("call-invite", { to: peer.userId, video });
      this.#rings(call, callId, timeoutMs);
    } catch (error) {
      // A lost connection says nothing about the invitation: the next one tells whether it rings.
      if (this.#call === call && !isUnreachable(error)) this.#end(call, refusal(error));
      throw error;
    }
  }

  accept(camera: boolean): void {
    const call = this.#call;
    if (call.state !== "incoming") return;
    const { callId, peer, video } = call;
    const answering: AnsweringCall = { state: "answering", callId, peer, video, camera };
    this.#set(answering, call.until);
    this.#answer(answering);
  }

  decline(): void {
    if (this.#call.state !== "incoming") return;
    this.#sayGoodbye("call-decline", this.#call.callId);
    this.#end(this.#call, { reason: "declined" });
  }

  hangUp(): void {
    const call = this.#call;
    switch (call.state) {
      case "outgoing":
        // Without a callId the answer to the invitation finds it cancelled.
        if (call.callId !== undefined) this.#sayGoodbye("call-cancel", call.callId);
        this.#end(call, { reason: "cancelled" });
        break;
      case "answering":
      case "active":
        this.#sayGoodbye("call-end", call.callId);
        this.#end(call, { reason: "ended" });
        break;
      case "incoming":
        this.decline();
        break;
      case "none":
      case "ended":
        break;
    }
  }

  dismiss(): void {
    if (this.#call.state === "ended") this.#set({ state: "none" });
  }

  /** The connection stands (again); `current` is the call that the server knows this device to be in. */
  online(current: CurrentCall | undefined): void {
    if (current && this.#farewells.has(current.callId)) {
      this.#sayGoodbye(farewellTo(current), current.callId);
      return;
    }
    this.#farewells.clear();
    switch (current?.state) {
      case undefined:
        if (this.#isBusy()) this.#end(this.#call, { reason: "disconnected" });
        break;
      case "incoming":
        if (this.#call.state === "answering" && this.#call.callId === current.callId) this.#answer(this.#call);
        else this.incoming(current);
        break;
      case "outgoing":
        this.#ring({ state: "outgoing", callId: current.callId, peer: current.to, video: current.video }, current);
        break;
      case "active":
        this.#activate(current);
        break;
    }
  }

  incoming({ callId, from, video, timeoutMs }: Events["call-incoming"]): void {
    if (this.#farewells.has(callId)) return;
    const call = this.#call;
    // Two who ring each other at once: the one whose invitation the server took rings at the other.
    const isUnsettled = call.state === "outgoing" && call.callId === undefined;
    const isKnown = call.state === "incoming" && call.callId === callId;
    if (this.#isBusy() && !isUnsettled && !isKnown) return;
    this.#ring({ state: "incoming", callId, peer: from, video }, { timeoutMs });
  }

  accepted(event: Events["call-accepted"]): void {
    // Accepted while this side was ending it.
    if (this.#farewells.has(event.callId)) {
      this.#sayGoodbye("call-end", event.callId);
      return;
    }
    const call = this.#call;
    const isMine =
      call.state === "outgoing" && call.callId === undefined
        ? call.peer.userId === event.peer.userId
        : idOf(call) === event.callId && this.#isBusy();
    if (isMine) this.#activate(event);
  }

  answeredElsewhere({ callId }: Events["call-answered-elsewhere"]): void {
    const call = this.#call;
    if ((call.state === "incoming" || call.state === "answering") && call.callId === callId) {
      this.#end(call, { reason: "answered-elsewhere" });
    }
  }

  ended(event: Events["call-ended"]): void {
    this.#farewells.delete(event.callId);
    const call = this.#call;
    if (call.state === "outgoing" && call.callId === undefined) this.#early = event;
    else if (this.#isBusy() && idOf(call) === event.callId) this.#end(call, { reason: event.reason });
  }

  /** Nothing more will be heard: another connection has taken the call along, or there will be none. */
  close(how: "moved" | "lost"): void {
    if (!this.#isBusy()) return;
    if (how === "moved") this.#set({ state: "none" });
    else this.#end(this.#call, { reason: "failed" });
  }

  #rings(invited: OutgoingCall, callId: string, timeoutMs: number): void {
    const call = this.#call;
    if (call !== invited) {
      // Given up before the server had answered; unless the server's next word has already been about this very call.
      if (idOf(call) !== callId) this.#sayGoodbye("call-cancel", callId);
    } else if (this.#early?.callId === callId) {
      this.#end({ ...call, callId }, { reason: this.#early.reason });
    } else {
      this.#ring({ ...call, callId }, { timeoutMs });
    }
  }

  #ring(call: Omit<OutgoingCall, "until"> | Omit<IncomingCall, "until">, { timeoutMs }: { timeoutMs: number }): void {
    const until = Date.now() + timeoutMs;
    this.#set({ ...call, until }, until);
  }

  #answer(call: AnsweringCall): void {
    this.#options.ask("call-accept", { callId: call.callId }).catch((error: unknown) => {
      if (this.#call === call && !isUnreachable(error)) this.#end(call, refusal(error));
    });
  }

  #activate({ callId, peer, video, room }: Events["call-accepted"]): void {
    const before = this.#call;
    // Back after a lost connection: with another token, but in the same call.
    if (before.state === "active" && before.callId === callId) {
      this.#set({ ...before, room });
      return;
    }
    const active: ActiveCall = { state: "active", callId, peer, video, room, since: Date.now() };
    if (before.state === "outgoing") this.#set({ ...active, direction: "outgoing", camera: before.video });
    else if (before.state === "answering") this.#set({ ...active, direction: "incoming", camera: before.camera });
    else this.#set(active);
  }

  #end(call: UserCall, how: { reason: CallOutcome; error?: ChamCallError }): void {
    if (call.state !== "none" && call.state !== "ended") this.#set(endedCall(call, how));
  }

  #set(call: UserCall, until?: number): void {
    clearTimeout(this.#timer);
    this.#call = call;
    if (until !== undefined) {
      const end = () => this.#end(this.#call, { reason: "timeout" });
      this.#timer = setTimeout(end, until + graceMs - Date.now());
    }
    this.#options.show(call);
  }

  #sayGoodbye(farewell: Farewell, callId: string): void {
    this.#farewells.set(callId, farewell);
    this.#options.ask(farewell, { callId }).then(
      () => this.#farewells.delete(callId),
      // Whatever the server says but nothing, it has heard.
      (error: unknown) => isUnreachable(error) || this.#farewells.delete(callId),
    );
  }

  #isBusy(): boolean {
    return this.#call.state !== "none" && this.#call.state !== "ended";
  }
}

function idOf(call: UserCall): string | undefined {
  return call.state === "none" ? undefined : call.callId;
}

function farewellTo(call: CurrentCall): Farewell {
  switch (call.state) {
    case "incoming":
      return "call-decline";
    case "outgoing":
      return "call-cancel";
    case "active":
      return "call-end";
  }
}

function refusal(error: unknown): { reason: CallOutcome; error?: ChamCallError } {
  return error instanceof ChamCallError ? { reason: outcomeOf(error), error } : { reason: "failed" };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ChamCallError && error.code === "SERVER_UNREACHABLE";
}
