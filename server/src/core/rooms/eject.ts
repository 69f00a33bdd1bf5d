import type { EjectReason } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import type { Member } from "../member.ts";

/** Tells a member whose place is already gone; the node that holds the connection ends it on delivery. */
export function eject(ctx: Context, { address }: Pick<Member, "address">, reason: EjectReason): void {
  ctx.bus.deliver(address, { type: "ejected", reason });
}
