import type { Command } from "../core/commands.ts";
import type { Event } from "../core/events.ts";
import type { Reply } from "../core/reply.ts";

/** A message on a wire that has named events. */
export interface WireMessage {
  name: string;
  data: unknown;
}

/** A message from a client. */
export interface WireRequest extends WireMessage {
  /** What the handshake of its connection carried, for wires where that counts. */
  auth?: unknown;
}

/** Which connections speak a dialect. */
export type Claim =
  /** All on this path; the handshake's `auth` is the first command. Throws a Refusal for what isn't one. */
  | { at: "handshake"; path: "/ws"; decode: (auth: unknown) => Command }
  /** Those on this path whose first message is one of its own. */
  | { at: "first-message"; path: "/socket.io"; speaks: (name: string, data: unknown) => boolean }
  /** All raw WebSockets on this path; `greeting` is the first thing they hear. */
  | { at: "connection"; path: "/"; greeting: WireMessage };

/** The contract of one wire: two pure functions and a claim. Names and shapes of a wire live nowhere else. */
export interface Dialect {
  readonly name: string;
  readonly claim: Claim;
  /** Throws UNKNOWN_EVENT or BAD_REQUEST. */
  decode(request: WireRequest): Command;
  /** What the event is on this wire; nothing where the wire has no word for it. */
  encode(event: Event): WireMessage[];
  /** The acknowledgement's body, for clients that ask for one. */
  acknowledge(reply: Reply): object;
  /** What tells a client that asked for none how its request ended. */
  respond(reply: Reply, request: WireRequest): readonly WireMessage[];
}
