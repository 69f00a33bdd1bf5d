import type { Event } from "./events.ts";

/** What a seat keeps of its past, so that a lost connection misses nothing. */
const KEEP = { events: 256, weight: 1024 * 1024 };

interface Entry {
  seq: number;
  event: Event;
  weight: number;
}

/** Numbers a seat's events from 1 and keeps the newest for a resume. */
export class Outbox {
  readonly #entries: Entry[] = [];
  #last = 0;
  #weight = 0;

  /** Returns the event's number. */
  push(event: Event): number {
    const weight = weightOf(event);
    this.#entries.push({ seq: ++this.#last, event, weight });
    this.#weight += weight;
    while (this.#entries.length > KEEP.events || this.#weight > KEEP.weight) {
      this.#weight -= this.#entries.shift()?.weight ?? 0;
    }
    return this.#last;
  }

  /** The events after `seq`, oldest first; undefined when some of them are no longer kept (or never were sent). */
  after(seq: number): Entry[] | undefined {
    const firstKept = this.#last - this.#entries.length + 1;
    if (seq > this.#last || seq + 1 < firstKept) return undefined;
    return this.#entries.slice(seq + 1 - firstKept);
  }
}

/** Roughly the characters an event holds on to; only descriptions are large. */
function weightOf(event: Event): number {
  const description =
    event.type === "signal" && event.signal.kind !== "candidate" ? event.signal.payload.sdp.length : 0;
  return 512 + description;
}
