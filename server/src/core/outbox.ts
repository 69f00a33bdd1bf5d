import type { Event } from "./events.ts";

/** What a seat keeps of its past, so that a lost connection misses nothing. */
const KEEP = { events: 256, weight: 1024 * 1024 };

/**
 * Numbers a seat's events from 1 and keeps the newest for a resume. A ring: every relayed message passes
 * here, and moving a list along for each would cost more than the relay's own work.
 */
export class Outbox {
  /** The event with number n is at n modulo the size. */
  readonly #ring: (Event | undefined)[] = [];
  #first = 1;
  #last = 0;
  #weight = 0;

  /** Returns the event's number. */
  push(event: Event): number {
    this.#last += 1;
    if (this.#last - this.#first >= KEEP.events) this.#forgetFirst();
    this.#ring[this.#last % KEEP.events] = event;
    this.#weight += weightOf(event);
    while (this.#weight > KEEP.weight) this.#forgetFirst();
    return this.#last;
  }

  /** The events after `seq`, oldest first; undefined when some of them are no longer kept (or never were sent). */
  after(seq: number): { seq: number; event: Event }[] | undefined {
    if (seq > this.#last || seq + 1 < this.#first) return undefined;
    const entries: { seq: number; event: Event }[] = [];
    for (let n = seq + 1; n <= this.#last; n++) {
      const event = this.#ring[n % KEEP.events];
      if (event) entries.push({ seq: n, event });
    }
    return entries;
  }

  #forgetFirst(): void {
    const place = this.#first % KEEP.events;
    const event = this.#ring[place];
    if (event) this.#weight -= weightOf(event);
    this.#ring[place] = undefined;
    this.#first += 1;
  }
}

/** Roughly the characters an event holds on to; only descriptions are large. */
function weightOf(event: Event): number {
  const description =
    event.type === "signal" && event.signal.kind !== "candidate" ? event.signal.payload.sdp.length : 0;
  return 512 + description;
}
