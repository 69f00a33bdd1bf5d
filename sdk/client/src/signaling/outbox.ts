import type { Reply, RequestName, Requests } from "@chamcall/protocol";

/** A request that the server has not acknowledged yet. */
export interface Pending {
  readonly seq: number;
  readonly name: RequestName;
  readonly data: Requests[RequestName];
  /** Whether the server is asked to acknowledge it; an acknowledgement covers all before it that didn't ask. */
  readonly asks: boolean;
  readonly settle: (reply: Reply<RequestName>) => void;
}

const stale: ReadonlySet<RequestName> = new Set(["webrtc-offer", "webrtc-answer", "ice-candidate", "leave-room"]);

/** Messages without an acknowledgement in a row: each one costs the server as much as a relay. */
const silentInARow = 16;

/** Numbers requests from 1 within a seat and keeps them until they are acknowledged; a resume sends the rest again. */
export class Outbox {
  #next = 1;
  #pending: Pending[] = [];

  /** A request whose answer matters. */
  add(name: RequestName, data: Requests[RequestName], settle: Pending["settle"]): Pending {
    return this.#push(name, data, true, settle);
  }

  /** A message whose refusal changes nothing. */
  note(name: RequestName, data: Requests[RequestName]): Pending {
    const silent = this.#pending.filter(({ asks }) => !asks).length;
    return this.#push(name, data, silent >= silentInARow, () => undefined);
  }

  acknowledge(pending: Pending, reply: Reply<RequestName>): void {
    const index = this.#pending.indexOf(pending);
    if (index === -1) return;
    this.#pending = this.#pending.filter((other) => other !== pending && (other.asks || other.seq > pending.seq));
    pending.settle(reply);
  }

  /** The seat was kept and the server saw everything up to `received`; returns what must be sent (again). */
  resume(received: number): readonly Pending[] {
    for (const pending of this.#pending.filter(({ seq }) => seq <= received)) {
      this.acknowledge(pending, { ok: true });
    }
    return [...this.#pending];
  }

  /** A fresh seat: numbers start anew, and signals of the old one are dropped. Returns what must be sent again. */
  restart(): readonly Pending[] {
    const before = this.#pending;
    this.#next = 1;
    this.#pending = [];
    for (const { name, data, asks, settle } of before) {
      if (stale.has(name)) settle({ ok: true });
      else this.#push(name, data, asks, settle);
    }
    return [...this.#pending];
  }

  /** Nothing will be sent any more. */
  fail(reply: Reply<RequestName> & { ok: false }): void {
    for (const pending of [...this.#pending]) this.acknowledge(pending, reply);
  }

  #push(name: RequestName, data: Requests[RequestName], asks: boolean, settle: Pending["settle"]): Pending {
    const pending = { seq: this.#next++, name, data, asks, settle };
    this.#pending.push(pending);
    return pending;
  }
}
