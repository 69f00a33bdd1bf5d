import type { Command } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Member } from "../member.ts";
import type { Reply } from "../reply.ts";
import type { Seat } from "../seat.ts";

const DONE: Reply = { ok: true };

/**
 * Relays an offer, answer or candidate: the hot path. Authorised against this node's roster,
 * synchronous, nothing but the bus is touched. Throws TARGET_NOT_FOUND, TARGET_AMBIGUOUS.
 */
export function relaySignal(ctx: Context, seat: Seat, command: Extract<Command, { type: "signal" }>): Reply {
  const { claims } = seat;
  const members = ctx.rosters.local(claims);
  const target = command.to === undefined ? onlyOther(members, claims.userId) : members.get(command.to);
  if (!target || target.userId === claims.userId) throw new Refusal("TARGET_NOT_FOUND");
  ctx.bus.deliver(target.address, {
    type: "signal",
    from: claims.userId,
    roomId: claims.roomId,
    signal: command.signal,
  });
  return DONE;
}

function onlyOther(members: ReadonlyMap<string, Member>, self: string): Member | undefined {
  if (members.size > 2) throw new Refusal("TARGET_AMBIGUOUS");
  for (const member of members.values()) if (member.userId !== self) return member;
  return undefined;
}
