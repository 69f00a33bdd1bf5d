import type { Context } from "./context.ts";
import type { Event } from "./events.ts";
import { vacate } from "./rooms/vacate.ts";
import { Seat } from "./seat.ts";
import { vacateDevice } from "./users/vacate-device.ts";

/** Hands an event to the seat or the device of this node that it is for; one that isn't here any more misses nothing. */
export function deliver(ctx: Context, recipientId: string, event: Event): void {
  const recipient = ctx.seats.get(recipientId) ?? ctx.devices.get(recipientId);
  if (!recipient) return;
  recipient.deliver(event);
  if (event.type !== "ejected" && event.type !== "signed-out") return;
  const { state } = recipient;
  if (recipient instanceof Seat) vacate(ctx, recipient, event.type === "ejected" ? event.reason : undefined);
  else vacateDevice(ctx, recipient);
  if (state.state === "present") state.client.close();
}
