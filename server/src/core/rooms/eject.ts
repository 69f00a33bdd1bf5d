import type { Context } from "../context.ts";
import type { Member } from "../member.ts";

/** Tells a member whose place is already gone; the node that holds the connection ends it on delivery. */
export function eject(ctx: Context, member: Member, reason: "removed" | "replaced"): void {
  ctx.bus.deliver(member.address, { type: "ejected", reason });
}
