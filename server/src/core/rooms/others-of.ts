import type { Context } from "../context.ts";
import type { Member } from "../member.ts";
import type { Seat } from "../seat.ts";

/** Everyone in the seat's room but its own participant. */
export function othersOf(ctx: Context, seat: Seat): Member[] {
  return [...ctx.rosters.local(seat.claims).values()].filter((member) => member.address.recipientId !== seat.id);
}
