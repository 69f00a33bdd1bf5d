import type { Client } from "../client.ts";
import type { Claimed } from "../commands.ts";
import { Refusal } from "../errors.ts";
import type { Device } from "./device.ts";

/** The client's device, if what the message claims of its sender is true. Throws NOT_ONLINE, FORBIDDEN. */
export function deviceOf(client: Client, claimed: Claimed | undefined): Device {
  if (client.state.state !== "online") throw new Refusal("NOT_ONLINE");
  const { device } = client.state;
  if (claimed?.userId !== undefined && claimed.userId !== device.claims.userId) {
    throw new Refusal("FORBIDDEN", { message: "You can only speak for yourself: that userId is not yours." });
  }
  return device;
}
