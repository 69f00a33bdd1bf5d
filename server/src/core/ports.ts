import type { IceServer, MediaState, Role } from "@chamcall/protocol";
import type { DomainEvent } from "./domain-events.ts";
import type { Event } from "./events.ts";
import type { Address, Member } from "./member.ts";
import type { Permission } from "./permissions.ts";
import type { Room, RoomKey, RoomPatch, Session } from "./room.ts";

/** Durable rooms. */
export interface RoomStore {
  find(key: RoomKey): Promise<Room | undefined>;
  /** Inserts the room unless one is there; either way the stored one, and whether this call made it. */
  create(room: Room): Promise<{ room: Room; created: boolean }>;
  /** The room after the change; undefined when there is none. */
  update(key: RoomKey, patch: RoomPatch): Promise<Room | undefined>;
}

/** Durable history of sessions, and the room statistics that follow from it. */
export interface SessionStore {
  /** Records the session and touches the room's lastUsed. */
  start(session: Session): Promise<void>;
  /** Closes the session and adds it to the room's stats, in one transaction; a second call changes nothing. */
  end(session: Session, endedAt: number, peak: number): Promise<void>;
  /** Marks rooms as used now: a sign of life of their open sessions. */
  touch(keys: readonly RoomKey[], now: number): Promise<void>;
  /** Closes what a killed process left open, as of its last sign of life. Returns how many. */
  closeOrphans(): Promise<number>;
}

/** How an attempt to be seated ended; `opened` when it began the session. */
export type Admission =
  | { outcome: "admitted"; others: Member[]; replaced?: Member; session: Session; opened: boolean }
  | { outcome: "full" }
  | { outcome: "taken" };

/** Who stays after a seat was freed; `ended` when nobody does. */
export type Release =
  | { outcome: "released"; others: Member[]; ended?: { session: Session; peak: number } }
  | { outcome: "absent" };

/** Who is in which room, over all nodes. Every change is atomic. */
export interface Rosters {
  /** Seats a member unless the room holds `capacity` others, or the user sits there by another entry. */
  admit(key: RoomKey, member: Member, rule: { capacity: number; now: number }): Promise<Admission>;
  /** Frees the seat; a replaced one is absent already. */
  release(key: RoomKey, recipientId: string): Promise<Release>;
  /** The member after the change; undefined when the seat is gone. */
  update(key: RoomKey, recipientId: string, media: Partial<MediaState>): Promise<Member | undefined>;
  /** The room's members by userId, in order of arrival, from this node's own copy: complete while it holds one of them. */
  local(key: RoomKey): ReadonlyMap<string, Member>;
  count(key: RoomKey): Promise<number>;
  totals(): Promise<{ rooms: number; users: number }>;
}

/** Carries events to recipients on whatever node holds them: each once, in order per sender. */
export interface Bus {
  deliver(to: Address, event: Event): void;
  /** The one who hands events to this node's recipients. */
  onDelivery(handler: (recipientId: string, event: Event) => void): void;
}

/** Shared counters against abuse. */
export interface Limits {
  /** Takes one from the key's allowance. 0 when granted, otherwise milliseconds to wait. */
  take(key: string, allowance: { points: number; windowMs: number }): Promise<number>;
}

/** Shared memory of failures, for progressive back-off. */
export interface Failures {
  /** Milliseconds that the key has to wait, and how often it has failed lately. */
  look(key: string): Promise<{ waitMs: number; count: number }>;
  /** Counts one failure; `delayOf(count)` milliseconds must pass before the next try. */
  record(key: string, delayOf: (count: number) => number): Promise<void>;
  forgive(key: string): Promise<void>;
}

/** Entries that were taken back before their tokens expire. */
export interface Revocations {
  revoke(entryId: string, ttlMs: number): Promise<void>;
  isRevoked(entryId: string): Promise<boolean>;
}

/** What a verified room token says. */
export interface RoomClaims extends RoomKey {
  /** One for each time the door was opened; renewed tokens keep it. */
  entryId: string;
  userId: string;
  name: string;
  role: Role;
  permissions: readonly Permission[];
}

/** Signed proof of what a client may do. */
export interface Tokens {
  /** Signs a room token that lives `ttlSeconds`. */
  issueRoomToken(claims: RoomClaims): Promise<string>;
  /** Throws the refusal UNAUTHORIZED for anything but a live room token of this server. */
  verifyRoomToken(token: string): Promise<RoomClaims>;
  readonly ttlSeconds: number;
}

/** Slow on purpose. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

/** STUN and TURN servers, with credentials that live `ttlSeconds` of the tokens. */
export type IceServersFor = (appId: string, now: number) => IceServer[];

export type Publish = (event: DomainEvent) => void;
export type Now = () => number;
