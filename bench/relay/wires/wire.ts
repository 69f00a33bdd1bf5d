import type { SignalKind, Template } from "../load/template.ts";

/** A connection below its client library, so that the load costs less than the server. */
export interface Line {
  send(packet: string): void;
  /** Takes the connection over: nobody else hears of it any more. */
  listen(handlers: { data: (packet: string) => void; closed: (reason: string) => void }): void;
  /** Ends it; the handlers hear nothing of that. */
  close(): void;
}

/** Someone in a room or a call, connected and ready to be sent to. */
export interface Guest {
  line: Line;
  /** What others address them by. */
  id: string;
}

/** How one door is entered and spoken to. */
export interface Wire {
  /** Resolves when the guest is in; `peer` is who is there already. */
  enter(url: string, roomId: string, userId: string, peer: Guest | undefined): Promise<Guest>;
  /** A packet that carries the JSON of a signal to someone; `seq` counts the sender's messages from 1. */
  packet(kind: SignalKind, json: string, to: { id: string; roomId: string }, seq: number): string;
  /** What the two send over and over; offers, answers and candidates 1 : 1 : 20 when absent. */
  cycles?: readonly [readonly Template[], readonly Template[]];
}
