import type { RoomMeta } from "@chamcall/protocol";
import { Client } from "./client.ts";
import type { Command } from "./commands.ts";
import type { Context, Lifecycle, Policy } from "./context.ts";
import { Refusal } from "./errors.ts";
import type { Link } from "./link.ts";
import { Meter } from "./meter.ts";
import { perform } from "./perform.ts";
import type { Reply } from "./reply.ts";
import type { RoomKey } from "./room.ts";
import type { Visitor } from "./rooms/authorize-join.ts";
import { type IssuedEntry, issueEntry } from "./rooms/issue-entry.ts";
import { keepTouching } from "./rooms/keep-touching.ts";
import { lose } from "./rooms/lose.ts";
import { releaseSeat } from "./rooms/release-seat.ts";
import { roomMeta } from "./rooms/room-meta.ts";
import { vacate } from "./rooms/vacate.ts";
import { Seats } from "./seats.ts";

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
  connect(link: Link, address: string): Connection;
  /** Lets a visitor in by REST: a token instead of a seat. Throws what `authorizeJoin` throws, ROOM_FULL, USER_ID_TAKEN. */
  issueEntry(visitor: Visitor): Promise<IssuedEntry>;
  roomMeta(key: RoomKey): Promise<RoomMeta>;
  totals(): Promise<{ rooms: number; users: number }>;
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
export type CoreDependencies = Omit<Context, "seats" | "lifecycle"> & { policy: Policy };

/** Starts core over its adapters; `close` ends it. */
export function createCore(dependencies: CoreDependencies): Core {
  const ctx: Context = { ...dependencies, seats: new Seats(), lifecycle: { state: "serving" } };
  const { messageRate: rate } = ctx.policy;
  const stopTouching = keepTouching(ctx);

  ctx.bus.onDelivery((recipientId, event) => {
    const seat = ctx.seats.get(recipientId);
    if (!seat) return;
    seat.deliver(event);
    if (event.type !== "ejected") return;
    const { state } = seat;
    vacate(ctx, seat, event.reason);
    if (state.state === "present") state.client.close();
  });

  return {
    lifecycle: ctx.lifecycle,
    connect(link, address) {
      const client = new Client(address, link, new Meter({ rate, burst: rate * 5, now: ctx.now }));
      return {
        perform: (decode, seq) => client.run(() => carryOut(ctx, client, decode, seq)),
        end: (how) => client.end(() => lose(ctx, client, how)),
      };
    },
    issueEntry: (visitor) => issueEntry(ctx, visitor),
    roomMeta: (key) => roomMeta(ctx, key),
    totals: () => ctx.rosters.totals(),
    drain(retryAfterMs) {
      ctx.lifecycle.state = "draining";
      for (const seat of ctx.seats.all()) seat.deliver({ type: "draining", retryAfterMs });
    },
    async close() {
      stopTouching();
      for (const seat of ctx.seats.all()) {
        vacate(ctx, seat);
        await releaseSeat(ctx, seat.claims, { userId: seat.claims.userId, recipientId: seat.id }, "disconnected");
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
