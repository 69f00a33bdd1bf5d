import { randomBytes, randomUUID } from "node:crypto";
import type { EjectReason } from "@chamcall/protocol";
import type { Client } from "./client.ts";
import type { SeatPolicy } from "./commands.ts";
import type { Event } from "./events.ts";
import { Outbox } from "./outbox.ts";
import type { RoomClaims } from "./ports.ts";

type SeatState =
  /** Admission is under way: what already arrives must wait for `joined`. */
  | { state: "entering"; queue: Event[] }
  | { state: "present"; client: Client }
  /** The connection is lost; the seat is kept until the timer fires. */
  | { state: "away"; giveUp: NodeJS.Timeout }
  /** `ejected` tells why, when it wasn't its own doing. */
  | { state: "gone"; ejected?: EjectReason };

/** One participant's place in a room on this node; outlives its connection for a moment. */
export class Seat {
  readonly id = randomUUID();
  /** Secret that takes this seat back after a lost connection. */
  readonly resumeKey = randomBytes(16).toString("base64url");
  readonly claims: RoomClaims;
  readonly policy: SeatPolicy;
  readonly outbox = new Outbox();
  state: SeatState = { state: "entering", queue: [] };
  /** Number of the last client message that was carried out. */
  received = 0;

  constructor(claims: RoomClaims, policy: SeatPolicy) {
    this.claims = claims;
    this.policy = policy;
  }

  /** Sends now, or keeps for the moment the client is there. */
  deliver(event: Event): void {
    switch (this.state.state) {
      case "entering":
        this.state.queue.push(event);
        return;
      case "present":
        this.state.client.send(event, this.#number(event));
        return;
      case "away":
        this.#number(event);
        return;
      case "gone":
        return;
    }
  }

  #number(event: Event): number | undefined {
    return this.policy.graceMs > 0 ? this.outbox.push(event) : undefined;
  }
}
