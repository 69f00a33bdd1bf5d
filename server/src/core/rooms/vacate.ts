import type { EjectReason } from "@chamcall/protocol";
import type { Context } from "../context.ts";
import type { Seat } from "../seat.ts";

/** Takes the seat out of this node's books; its client, if any, is a visitor again. */
export function vacate(ctx: Context, seat: Seat, ejected?: EjectReason): void {
  if (seat.state.state === "away") clearTimeout(seat.state.giveUp);
  if (seat.state.state === "present" && seat.state.client.state.state === "seated") {
    seat.state.client.state = { state: "visiting" };
  }
  seat.state = ejected ? { state: "gone", ejected } : { state: "gone" };
  ctx.seats.remove(seat);
}
