import type { RoomMeta } from "@chamcall/protocol";
import { type Apps, createApps } from "./apps/apps.ts";
import { keepExpelling } from "./apps/keep-expelling.ts";
import { Client } from "./client.ts";
import type { Command } from "./commands.ts";
import type { Context, Lifecycle, Policy } from "./context.ts";
import { deliver } from "./deliver.ts";
import { Refusal } from "./errors.ts";
import { keepSweeping } from "./keep-sweeping.ts";
import type { Link } from "./link.ts";
import { Meter } from "./meter.ts";
import { createPairings, type Pairings } from "./pairings/pairings.ts";
import { perform } from "./perform.ts";
import type { Reply } from "./reply.ts";
import type { RoomKey } from "./room.ts";
import { type AppRooms, createAppRooms } from "./rooms/app-rooms.ts";
import type { Visitor } from "./rooms/authorize-join.ts";
import { type CreatedRoom, createRoom } from "./rooms/create-room.ts";
import { type DescribedRoom, describeRoom } from "./rooms/describe-room.ts";
import { type IssuedEntry, issueEntry } from "./rooms/issue-entry.ts";
import { keepTouching } from "./rooms/keep-touching.ts";
import { type ListedRoom, listRooms } from "./rooms/list-rooms.ts";
import { liveRooms } from "./rooms/live-rooms.ts";
import { lose } from "./rooms/lose.ts";
import { releaseSeat } from "./rooms/release-seat.ts";
import { roomMeta } from "./rooms/room-meta.ts";
import { vacate } from "./rooms/vacate.ts";
import { Seats } from "./seats.ts";
import { spend } from "./spend.ts";
import { Timers } from "./timers.ts";
import { Devices } from "./users/devices.ts";
import { type IssuedIdentity, type SignIn, signIn } from "./users/sign-in.ts";
import { vacateDevice } from "./users/vacate-device.ts";

/** Far above what people's browsers and their products' servers ask for. */
const REQUESTS = { points: 6000, windowMs: 60_000 };

/** A transport's hold on one connected client. */
export interface Connection {
  /**
   * Carries out what `decode` makes of a message, if the connection's rate allows to look at it at all.
   * `seq` is the client's own number of the message, where its wire has one.
   */
  perform(decode: () => Command, seq?: number): Reply | Promise<Reply>;
  /** The connection is over: said goodbye to, or lost. Safe to call more than once. */
  end(how: "left" | "lost"): void;
}

/** What transports and routes do with core. */
export interface Core {
  /** `foreignOrigin` is that of a page which the server itself doesn't allow: its token's app has to. */
  connect(link: Link, address: string, foreignOrigin?: string): Connection;
  /** Lets a visitor in by REST: a token instead of a seat. Throws what `authorizeJoin` throws, ROOM_FULL, USER_ID_TAKEN. */
  issueEntry(visitor: Visitor): Promise<IssuedEntry>;
  roomMeta(key: RoomKey): Promise<RoomMeta>;
  /** Counts one request of an address. Throws RATE_LIMITED. */
  spendRequest(address: string): Promise<void>;
  /** Makes a room of the public app ahead of its first join. Throws DRAINING, RATE_LIMITED. */
  createRoom(wanted: { name: string; address: string }): Promise<CreatedRoom>;
  /** The public app's listed rooms, the last used first. */
  listRooms(limit: number): Promise<ListedRoom[]>;
  /** One of the public app's rooms by its id. Throws NOT_FOUND. */
  describeRoom(roomId: string): Promise<DescribedRoom>;
  /** How many are in each of the public app's rooms that is not empty, by roomId. */
  liveRooms(which: "all" | "listed"): Promise<Map<string, number>>;
  totals(): Promise<{ rooms: number; users: number }>;
  /** Lets someone come online under a name. Throws what `signIn` throws. */
  signIn(wanted: SignIn): Promise<IssuedIdentity>;
  /** userIds that can be rung, in order. */
  onlineUsers(appId: string): Promise<string[]>;
  countOnline(appId: string): Promise<number>;
  /** How many of the app's calls are answered and not over. */
  activeCalls(appId: string): Promise<number>;
  readonly pairings: Pairings;
  readonly apps: Apps;
  readonly appRooms: AppRooms;
  readonly lifecycle: Readonly<Lifecycle>;
  /** Refuses newcomers from now on and tells the clients that the server is about to go. */
  drain(retryAfterMs: number): void;
  /**
   * Ends every stay without telling anyone: media between peers goes on while they find a server again.
   * The connections are the transports' to end.
   */
  close(): Promise<void>;
}

/** Everything core needs from outside. */
export type CoreDependencies = Omit<Context, "seats" | "devices" | "timers" | "lifecycle"> & { policy: Policy };

/** Starts core over its adapters; `close` ends it. */
export function createCore(dependencies: CoreDependencies): Core {
  const ctx: Context = {
    ...dependencies,
    seats: new Seats(),
    devices: new Devices(),
    timers: new Timers(),
    lifecycle: { state: "serving" },
  };
  const { messageRate: rate } = ctx.policy;
  const stopTouching = keepTouching(ctx);
  const stopSweeping = keepSweeping(ctx);
  const stopExpelling = keepExpelling(ctx);

  ctx.bus.onDelivery((recipientId, event) => deliver(ctx, recipientId, event));
  ctx.bus.onBroadcast((appId, event) => {
    for (const device of ctx.devices.watching(appId)) {
      const isOneself = event.type === "user-status" && event.user.userId === device.claims.userId;
      if (!isOneself) device.deliver(event);
    }
  });

  return {
    lifecycle: ctx.lifecycle,
    pairings: createPairings(ctx),
    apps: createApps(ctx),
    appRooms: createAppRooms(ctx),
    connect(link, address, foreignOrigin) {
      const client = new Client(address, link, new Meter({ rate, burst: rate * 5, now: ctx.now }), foreignOrigin);
      return {
        perform: (decode, seq) => client.run(() => carryOut(ctx, client, decode, seq)),
        end: (how) => client.end(() => lose(ctx, client, how).catch((cause) => throwRefusal(ctx, cause))),
      };
    },
    issueEntry: (visitor) => issueEntry(ctx, visitor),
    spendRequest: (address) => spend(ctx, `request:${address}`, REQUESTS),
    roomMeta: (key) => roomMeta(ctx, key),
    createRoom: (wanted) => createRoom(ctx, wanted),
    listRooms: (limit) => listRooms(ctx, limit),
    describeRoom: (roomId) => describeRoom(ctx, roomId),
    liveRooms: (which) => liveRooms(ctx, which),
    totals: () => ctx.rosters.totals(),
    signIn: (wanted) => signIn(ctx, wanted),
    onlineUsers: async (appId) => (await ctx.presence.list(appId, Number.MAX_SAFE_INTEGER)).map(({ userId }) => userId),
    countOnline: (appId) => ctx.presence.count(appId),
    activeCalls: (appId) => ctx.calls.countActive(appId),
    drain(retryAfterMs) {
      ctx.lifecycle.state = "draining";
      for (const one of [...ctx.seats.all(), ...ctx.devices.all()]) one.deliver({ type: "draining", retryAfterMs });
    },
    async close() {
      stopTouching();
      stopSweeping();
      stopExpelling();
      ctx.timers.clearAll();
      for (const device of ctx.devices.all()) {
        vacateDevice(ctx, device);
        await ctx.presence.unregister(device.claims, device.id);
      }
      for (const seat of ctx.seats.all()) {
        vacate(ctx, seat);
        // Without its call: whoever is in one goes on in the same room.
        const { appId, roomId } = seat.claims;
        await releaseSeat(ctx, { appId, roomId }, { userId: seat.claims.userId, recipientId: seat.id }, "disconnected");
      }
    },
  };
}

function carryOut(
  ctx: Context,
  client: Client,
  decode: () => Command,
  seq: number | undefined,
): Reply | Promise<Reply> {
  const { state } = client;
  if (state.state === "closed") throw new Refusal("NOT_IN_ROOM");
  const isRepeated = seq !== undefined && state.state === "seated" && seq <= state.seat.received;
  if (isRepeated) return { ok: true };
  const waitMs = client.meter.take();
  if (waitMs > 0) throw new Refusal("RATE_LIMITED", { retryAfterMs: waitMs });
  try {
    const command = decode();
    if (seq !== undefined && state.state === "seated") state.seat.received = seq;
    const result = perform(ctx, client, command);
    return result instanceof Promise ? result.catch((cause: unknown) => throwRefusal(ctx, cause)) : result;
  } catch (cause) {
    return throwRefusal(ctx, cause);
  }
}

/** What isn't a refusal is a fault of ours: the operator gets the cause, the client INTERNAL. */
function throwRefusal(ctx: Context, cause: unknown): never {
  if (!(cause instanceof Refusal)) ctx.report(cause);
  throw Refusal.from(cause);
}
