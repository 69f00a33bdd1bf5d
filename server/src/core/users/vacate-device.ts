import type { Context } from "../context.ts";
import type { Device } from "./device.ts";

/** Takes the device out of this node's books; its client, if any, is a visitor again. */
export function vacateDevice(ctx: Context, device: Device): void {
  if (device.state.state === "away") clearTimeout(device.state.giveUp);
  if (device.state.state === "present" && device.state.client.state.state === "online") {
    device.state.client.state = { state: "visiting" };
  }
  device.state = { state: "gone" };
  ctx.devices.remove(device);
}
