import type { Event } from "./events.ts";

/** The way to one live connection, whatever its transport; sending to a closed one does nothing. */
export interface Link {
  /** `seq` numbers the events of a seat that can be resumed. */
  send(event: Event, seq?: number): void;
  /** Flushes what was sent and closes. */
  close(): void;
}
