import type { IceServer, MediaState, Person, Role } from "@chamcall/protocol";
import type { ErrorCode } from "@chamcall/protocol/errors";
import type { AppPatch, AppSecret, TenantApp } from "./apps/app.ts";
import type { ActiveCall, Call, Medium, RingingCall } from "./calls/call.ts";
import type { CallEvent } from "./calls/transition.ts";
import type { DomainEvent } from "./domain-events.ts";
import type { Event } from "./events.ts";
import type { Address, Member } from "./member.ts";
import type { Pair, Pending } from "./pairings/pairing.ts";
import type { Permission } from "./permissions.ts";
import type { PastSession, Room, RoomKey, RoomPatch, Session, Visibility } from "./room.ts";
import type { UserKey } from "./users/user.ts";

/** Where in a list to begin: behind the entry of that time (milliseconds since the epoch) and id. */
export interface Position {
  at: number;
  id: string;
}

export interface PageRequest {
  after?: Position | undefined;
  limit: number;
}

/** What makes a request the same as an earlier one; those from before `since` are forgotten. */
export interface OpenRequest {
  key: string;
  /** SHA-256 of the body, hex. */
  bodyHash: string;
  since: number;
}

/** Durable rooms. */
export interface RoomStore {
  find(key: RoomKey): Promise<Room | undefined>;
  /** Inserts the room unless one is there; either way the stored one, and whether this call made it. */
  create(room: Room): Promise<{ room: Room; created: boolean }>;
  /** The room after the change; undefined when there is none. */
  update(key: RoomKey, patch: RoomPatch): Promise<Room | undefined>;
  /** Rooms of the app that are listed, the last used first. */
  list(appId: string, limit: number): Promise<Room[]>;
  /** Rooms of the app but those of calls, the newest first. */
  page(appId: string, wanted: PageRequest): Promise<Room[]>;
  /**
   * Inserts a room with a new id, unless as many of the app's are open (`maxOpen`), or the request was made before:
   * then `repeated` with the room of that time, or `mismatch` where it asked for something else. Atomic.
   */
  open(
    room: Room,
    rule: { maxOpen: number | null; request?: OpenRequest | undefined },
  ): Promise<{ outcome: "opened" | "limit" | "mismatch" } | { outcome: "repeated"; roomId: string }>;
  /** Ends the room; false when it was ended before, or there is none. */
  end(key: RoomKey, endedAt: number): Promise<boolean>;
  /** Forgets the room and its sessions; nothing happens when there is none. */
  remove(key: RoomKey): Promise<void>;
  /** Forgets rooms of that kind that were last used before `before`. Returns how many. */
  sweep(visibility: Visibility, before: number): Promise<number>;
}

/** Durable history of sessions, and the room statistics that follow from it. */
export interface SessionStore {
  /** Records the session and touches the room's lastUsed. */
  start(session: Session): Promise<void>;
  /** Closes the session and adds it to the room's stats, in one transaction; a second call changes nothing. */
  end(session: Session, endedAt: number, peak: number): Promise<void>;
  /** The room's sessions, the newest first. */
  page(key: RoomKey, wanted: PageRequest): Promise<PastSession[]>;
  /** Marks rooms as used now: a sign of life of their open sessions. */
  touch(keys: readonly RoomKey[], now: number): Promise<void>;
  /** Closes what a killed process left open, as of its last sign of life. Returns how many. */
  closeOrphans(): Promise<number>;
}

/** Join codes and the pairs that came of them. What has expired by `now` is not there. Every change is atomic. */
export interface PairingStore {
  /** Keeps the code in place of an expired one; false where a live one is there. */
  create(pending: Pending, now: number): Promise<boolean>;
  /** Makes the pair of whoever comes first: `taken` for everyone after, `absent` where no such code is live. */
  accept(
    acceptance: { joinId: string; client2: string; roomId: string },
    now: number,
  ): Promise<"accepted" | "taken" | "absent">;
  /** Whether the device's code was accepted; telling it once removes the code. */
  check(
    code: { joinId: string; client1: string },
    now: number,
  ): Promise<{ outcome: "accepted"; roomId: string } | { outcome: "waiting" | "absent" }>;
  find(roomId: string): Promise<Pair | undefined>;
  /** Forgets the pair and the code that leads to it; false where there was none. */
  remove(roomId: string): Promise<boolean>;
  /** Forgets the device's pairs and every code it made or accepted: whose rooms, how many codes. */
  purge(device: string): Promise<{ roomIds: string[]; pendings: number }>;
  /** Forgets expired codes. Returns how many. */
  sweep(now: number): Promise<number>;
}

/** Apps and their secrets. Every change is atomic. */
export interface AppStore {
  /** Keeps the app with its first secret; false where the id is taken. */
  create(app: TenantApp, secret: Omit<AppSecret, "expiresAt">): Promise<boolean>;
  find(appId: string): Promise<TenantApp | undefined>;
  /** The oldest first. */
  list(): Promise<TenantApp[]>;
  /** The app after the change; undefined when there is none. */
  update(appId: string, patch: AppPatch): Promise<TenantApp | undefined>;
  /** Those that are good at `now`. */
  secretsOf(appId: string, now: number): Promise<AppSecret[]>;
  /**
   * Makes the secret the current one. The one that was stays good until `formerUntil`, an older one no longer.
   * False when there is no such app.
   */
  rotate(appId: string, secret: Omit<AppSecret, "expiresAt">, formerUntil: number): Promise<boolean>;
}

/** How an attempt to be seated ended; `opened` when it began the session. */
export type Admission =
  | { outcome: "admitted"; others: Member[]; replaced?: Member; session: Session; opened: boolean }
  /** `capacity` is the limit that was met: the room's, or that of someone's wire. */
  | { outcome: "full"; capacity: number }
  | { outcome: "taken" };

/** Who stays after a seat was freed; `ended` when nobody does. */
export type Release =
  | { outcome: "released"; others: Member[]; ended?: { session: Session; peak: number } }
  | { outcome: "absent" };

/** Who is in which room, over all nodes. Every change is atomic. */
export interface Rosters {
  /**
   * Seats a member unless the room holds `capacity` others (or as many as the wire of anyone in it allows), or the
   * user sits there by another entry.
   */
  admit(key: RoomKey, member: Member, rule: { capacity: number; now: number }): Promise<Admission>;
  /** Frees the seat; a replaced one is absent already. */
  release(key: RoomKey, recipientId: string): Promise<Release>;
  /** The member after the change; undefined when the seat is gone. */
  update(key: RoomKey, recipientId: string, media: Partial<MediaState>): Promise<Member | undefined>;
  /** The room's members by userId, in order of arrival, from this node's own copy: complete while it holds one of them. */
  local(key: RoomKey): ReadonlyMap<string, Member>;
  count(key: RoomKey): Promise<number>;
  /** How many are in each of the app's rooms that is not empty. */
  live(appId: string): Promise<Map<string, number>>;
  /** Everyone in the room, in order of arrival. */
  members(key: RoomKey): Promise<Member[]>;
  totals(): Promise<{ rooms: number; users: number }>;
}

/** Carries events to recipients on whatever node holds them: each once, in order per sender. */
export interface Bus {
  deliver(to: Address, event: Event): void;
  /** The one who hands events to this node's recipients. */
  onDelivery(handler: (recipientId: string, event: Event) => void): void;
  /** Tells every node something about an app. */
  broadcast(appId: string, event: Event): void;
  onBroadcast(handler: (appId: string, event: Event) => void): void;
}

/** A device as everyone in the cluster knows it. */
export interface DeviceRecord {
  userId: string;
  name: string;
  /** Only devices of the same owner are online under one name. */
  ownerId: string;
  deviceId: string;
  medium: Medium;
  address: Address;
}

/** How an attempt to come online ended; `first` when the user was offline before. */
export type Registration = { outcome: "online"; first: boolean; replaced?: DeviceRecord } | { outcome: "taken" };

/** Who is online where, over all nodes. Every change is atomic. */
export interface Presence {
  /**
   * Adds the device in the place of an older connection of it (the same deviceId over the same medium), or of the
   * user's oldest device where there are too many; not where someone else has the name.
   */
  register(key: UserKey, device: DeviceRecord): Promise<Registration>;
  /** Takes a device away; a replaced one is absent already. */
  unregister(key: UserKey, recipientId: string): Promise<"offline" | "online" | "absent">;
  /** Oldest first. */
  devicesOf(key: UserKey): Promise<DeviceRecord[]>;
  /** The app's users that are online, at most `limit`, by userId. */
  list(appId: string, limit: number): Promise<Person[]>;
  count(appId: string): Promise<number>;
}

/** Devices that one user can be online on. */
export const MAX_DEVICES = 20;

/** What an event made of a call in the cluster; `gone` when it is over and forgotten. */
export type Settlement =
  | { outcome: "changed"; before: RingingCall | ActiveCall; call: Call }
  | { outcome: "unchanged"; call: RingingCall | ActiveCall }
  | { outcome: "refused"; code: ErrorCode }
  | { outcome: "gone" };

/** Calls over all nodes: a user is in one at a time. Every change is atomic. */
export interface Calls {
  /** Begins the call unless one of the two is in another one. */
  start(call: RingingCall): Promise<"started" | "caller-busy" | "callee-busy">;
  /**
   * Carries the call machine on by one event, which may depend on the call as it is then; an ended call is forgotten,
   * and its users are free again. The call is named by its id, or is the one that a user is in.
   */
  apply(
    which: string | UserKey,
    event: CallEvent | ((call: RingingCall | ActiveCall) => CallEvent | undefined),
  ): Promise<Settlement>;
  of(key: UserKey): Promise<RingingCall | ActiveCall | undefined>;
  /** Those of the app who are in a call or ringing. */
  busy(appId: string): Promise<Set<string>>;
  /** Answered ones. */
  countActive(appId: string): Promise<number>;
}

/** Shared counters against abuse. */
export interface Limits {
  /** Takes one from the key's allowance. 0 when granted, otherwise milliseconds to wait. */
  take(key: string, allowance: { points: number; windowMs: number }): Promise<number>;
  /** The same, and tells how many are left and in how many milliseconds all of them are back. */
  count(
    key: string,
    allowance: { points: number; windowMs: number },
  ): Promise<{ waitMs: number; remaining: number; resetMs: number }>;
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
  /** The call that goes on in this room; it ends when one of the two leaves. */
  callId?: string | undefined;
}

/** What a verified user token says. */
export interface UserClaims extends UserKey {
  name: string;
  ownerId: string;
}

/** What a verified app token says. */
export interface AppClaims {
  appId: string;
}

/** What a verified token says, by its kind. */
export type Claims = ({ kind: "room" } & RoomClaims) | ({ kind: "user" } & UserClaims) | ({ kind: "app" } & AppClaims);

/** Signed proof of what a client may do; each lives `ttlSeconds`. */
export interface Tokens {
  issueRoomToken(claims: RoomClaims): Promise<string>;
  issueUserToken(claims: UserClaims): Promise<string>;
  issueAppToken(claims: AppClaims): Promise<string>;
  /** Throws the refusal UNAUTHORIZED for anything but a live token of this server. */
  verify(token: string): Promise<Claims>;
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
