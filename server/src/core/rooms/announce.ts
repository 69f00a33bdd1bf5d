import type { Context } from "../context.ts";
import type { Event } from "../events.ts";
import type { Member } from "../member.ts";

/** Tells each of the members. */
export function announce(ctx: Context, members: Iterable<Member>, event: Event): void {
  for (const member of members) ctx.bus.deliver(member.address, event);
}
