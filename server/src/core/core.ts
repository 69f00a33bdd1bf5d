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
import { type IssuedEntry, issueEntry } from "./rooms/issue-entry.ts";
import { lose } from "./rooms/lose.ts";
import type { Visitor } from "./rooms/open-door.ts";
import { releaseSeat } from "./rooms/release-seat.ts";
import { roomMeta } from "./rooms/room-meta.ts";
import { vacate } from "./rooms/vacate.ts";
import { Seats } from "./seats.ts";

/** A transport's hold on one connected client. */
export interface Connection {
  /** `seq` is the client's own number of the message, where its wire has one. */
  perform(command: Command, seq?: number): Reply | Promise<Reply>;
  /** The connection is gone. Safe to call more than once. */
  lost(): void;
}

export interface Core {
  connect(link: Link, address: string): Connection;
  /** Lets a visitor in by REST: a token instead of a seat. Throws what `openDoor` throws, ROOM_FULL, USER_ID_TAKEN. */
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

export function createCore(dependencies: CoreDependencies): Core {
  const ctx: Context = { ...dependencies, seats: new Seats(), lifecycle: { state: "serving" } };
  const { messageRate: rate } = ctx.policy;

  ctx.bus.onDelivery((recipientId, event) => {
    const seat = ctx.seats.get(recipientId);
    if (!seat) return;
    seat.deliver(event);
    if (event.type !== "ejected") return;
    const { state } = seat;
    vacate(ctx, seat);
    if (state.state === "present") state.client.close();
  });

  return {
    lifecycle: ctx.lifecycle,
    connect(link, address) {
      const client = new Client(address, link, new Meter({ rate, burst: rate * 5, now: ctx.now }));
      return {
        perform: (command, seq) => client.run(() => carryOut(ctx, client, command, seq)),
        lost: () => void client.run(() => lose(ctx, client)),
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
      for (const seat of ctx.seats.all()) {
        vacate(ctx, seat);
        await releaseSeat(ctx, seat.claims, { userId: seat.claims.userId, recipientId: seat.id }, "disconnected");
      }
    },
  };
}

function carryOut(ctx: Context, client: Client, command: Command, seq: number | undefined): Reply | Promise<Reply> {
  if (client.state.state === "closed") throw new Refusal("NOT_IN_ROOM");
  if (seq !== undefined && client.state.state === "seated") {
    const { seat } = client.state;
    if (seq <= seat.received) return { ok: true };
    seat.received = seq;
  }
  // Whoever leaves is never made to wait: a closing connection says it only once.
  const waitMs = command.type === "leave" ? 0 : client.meter.take();
  if (waitMs > 0) throw new Refusal("RATE_LIMITED", { retryAfterMs: waitMs });
  try {
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
