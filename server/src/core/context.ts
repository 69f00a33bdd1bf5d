import type {
  AppStore,
  Bus,
  Calls,
  Failures,
  IceServersFor,
  Limits,
  Now,
  PairingStore,
  Passwords,
  Presence,
  Publish,
  Revocations,
  RoomStore,
  Rosters,
  SessionStore,
  Tokens,
} from "./ports.ts";
import type { Seats } from "./seats.ts";
import type { Timers } from "./timers.ts";
import type { Devices } from "./users/devices.ts";

/** What an operator decides about joining and sending. */
export interface Policy {
  /** Capacity of a new room. */
  maxParticipants: number;
  /** Joins a minute from one address. */
  joinRate: number;
  /** REST calls a minute of one app. */
  apiRate: number;
  /** Messages a second of one connection, on average; five times as many at once. */
  messageRate: number;
  /** How long a call rings, in milliseconds. */
  callTimeoutMs: number;
}

/** Everything core works with; made once in app.ts. */
export interface Context {
  nodeId: string;
  rooms: RoomStore;
  sessions: SessionStore;
  pairings: PairingStore;
  apps: AppStore;
  rosters: Rosters;
  presence: Presence;
  calls: Calls;
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
  devices: Devices;
  timers: Timers;
  lifecycle: Lifecycle;
}

/** Whether this node takes newcomers. */
export interface Lifecycle {
  state: "serving" | "draining";
}
