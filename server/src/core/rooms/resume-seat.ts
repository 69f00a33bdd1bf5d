import type { Client } from "../client.ts";
import type { Context } from "../context.ts";

/** Gives a held seat to a new connection and sends what it missed; false when the seat or part of the gap is gone. */
export function resumeSeat(ctx: Context, client: Client, { key, seq }: { key: string; seq: number }): boolean {
  const seat = ctx.seats.findByResumeKey(key);
  if (!seat || (seat.state.state !== "present" && seat.state.state !== "away")) return false;
  const missed = seat.outbox.after(seq);
  if (!missed) return false;

  if (seat.state.state === "away") clearTimeout(seat.state.giveUp);
  else seat.state.client.close();
  seat.state = { state: "present", client };
  client.state = { state: "seated", seat };
  client.send({ type: "resumed", received: seat.received });
  for (const entry of missed) client.send(entry.event, entry.seq);
  const { appId, roomId, userId } = seat.claims;
  ctx.publish({ type: "participant.resumed", appId, roomId, userId });
  return true;
}
