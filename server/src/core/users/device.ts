import { randomUUID } from "node:crypto";
import type { Person } from "@chamcall/protocol";
import type { Client } from "../client.ts";
import type { DevicePolicy } from "../commands.ts";
import type { Event } from "../events.ts";
import type { Address } from "../member.ts";
import type { UserClaims } from "../ports.ts";

type DeviceState =
  /** Registration is under way: what already arrives must wait for `online`. */
  | { state: "entering"; queue: Event[] }
  | { state: "present"; client: Client }
  /** The connection is lost; the user stays online until the timer fires. */
  | { state: "away"; giveUp: NodeJS.Timeout }
  | { state: "gone" };

/** What this device knows of its user's call: enough to relay without asking anyone. */
export type Line = { state: "idle" } | { state: "in-call"; callId: string; peer: string; peers: readonly Address[] };

const IDLE: Line = { state: "idle" };

/** One device of a user on this node. */
export class Device {
  readonly id = randomUUID();
  readonly claims: UserClaims;
  readonly policy: DevicePolicy;
  readonly deviceId: string;
  readonly address: Address;
  state: DeviceState = { state: "entering", queue: [] };
  line: Line = IDLE;

  constructor(claims: UserClaims, policy: DevicePolicy, nodeId: string) {
    this.claims = claims;
    this.policy = policy;
    this.deviceId = policy.deviceId ?? this.id;
    this.address = { nodeId, recipientId: this.id };
  }

  /** Sends now, or keeps for the moment the client is there; what a lost device misses, it is told when it comes back. */
  deliver(event: Event): void {
    this.#follow(event);
    switch (this.state.state) {
      case "entering":
        this.state.queue.push(event);
        return;
      case "present":
        this.state.client.send(event);
        return;
      case "away":
      case "gone":
        return;
    }
  }

  hangUp(callId: string): void {
    if (this.line.state === "in-call" && this.line.callId === callId) this.line = IDLE;
  }

  #follow(event: Event): void {
    if (event.type === "call-incoming") this.#pickUp(event.callId, event.from, event.callerAt);
    else if (event.type === "call-answered") this.#pickUp(event.callId, event.peer, event.peerAt);
    else if (event.type === "call-taken" || event.type === "call-ended") this.hangUp(event.callId);
  }

  #pickUp(callId: string, { userId }: Person, peerAt: Address): void {
    this.line = { state: "in-call", callId, peer: userId, peers: [peerAt] };
  }
}
