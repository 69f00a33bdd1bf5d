import type {
  Bus,
  Failures,
  IceServersFor,
  Limits,
  Now,
  Passwords,
  Publish,
  Revocations,
  RoomStore,
  Rosters,
  SessionStore,
  Tokens,
} from "./ports.ts";
import type { Seats } from "./seats.ts";

/** What an operator decides about joining and sending. */
export interface Policy {
  /** Capacity of a new room. */
  maxParticipants: number;
  /** Joins a minute from one address. */
  joinRate: number;
  /** Messages a second of one connection, on average; five times as many at once. */
  messageRate: number;
}

/** Everything core works with; made once in app.ts. */
export interface Context {
  nodeId: string;
  rooms: RoomStore;
  sessions: SessionStore;
  rosters: Rosters;
  bus: Bus;
  limits: Limits;
  failures: Failures;
  revocations: Revocations;
  tokens: Tokens;
  passwords: Passwords;
  iceServersFor: IceServersFor;
  publish: Publish;
  /** Where causes of INTERNAL go; never to the client. */
  report: (cause: unknown) => void;
  now: Now;
  policy: Policy;
  seats: Seats;
  lifecycle: Lifecycle;
}

/** Whether this node takes newcomers. */
export interface Lifecycle {
  state: "serving" | "draining";
}
