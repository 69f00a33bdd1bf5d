import { settle } from "../calls/settle.ts";
import type { Context } from "../context.ts";
import { announceStatus } from "./announce-status.ts";
import type { Device } from "./device.ts";
import { vacateDevice } from "./vacate-device.ts";

/** Takes a device offline; a call that depends on it ends. */
export async function goOffline(ctx: Context, device: Device): Promise<void> {
  const { claims } = device;
  vacateDevice(ctx, device);
  const left = await ctx.presence.unregister(claims, device.id).catch((cause: unknown) => ctx.report(cause));
  // By its user: the device may be about to ring, and not know of it yet.
  await settle(ctx, claims, { type: "lose", at: device.id });
  if (left === "offline") announceStatus(ctx, claims.appId, claims);
}
