import type { Context } from "../context.ts";
import { deliver } from "../deliver.ts";
import { releaseSeat } from "../rooms/release-seat.ts";
import { goOffline } from "../users/go-offline.ts";

/** Ends all that is live of an app on this node: participants are ejected, users go offline, their connections end. */
export async function expelApp(ctx: Context, appId: string): Promise<void> {
  for (const seat of ctx.seats.all()) {
    const { claims } = seat;
    if (claims.appId !== appId) continue;
    await releaseSeat(ctx, claims, { userId: claims.userId, recipientId: seat.id }, "ended");
    deliver(ctx, seat.id, { type: "ejected", reason: "ended" });
  }
  for (const device of ctx.devices.all()) {
    if (device.claims.appId !== appId) continue;
    const { state } = device;
    await goOffline(ctx, device);
    // No word of another device: whoever comes back is told why they can't.
    if (state.state === "present") state.client.close();
  }
}
