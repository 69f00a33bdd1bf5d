import type { Context } from "../context.ts";
import type { Device } from "./device.ts";
import { goOffline } from "./go-offline.ts";

/** The connection of a device is over: who said goodbye is offline at once, otherwise the device has its grace. */
export async function loseDevice(ctx: Context, device: Device, how: "left" | "lost"): Promise<void> {
  const { graceMs } = device.policy;
  if (how === "left" || graceMs === 0) return goOffline(ctx, device);
  const giveUp = setTimeout(() => void goOffline(ctx, device).catch(ctx.report), graceMs);
  device.state = { state: "away", giveUp };
}
