import type { CurrentCall } from "@chamcall/protocol";
import { rejoinCall } from "../calls/rejoin-call.ts";
import type { Client } from "../client.ts";
import type { DevicePolicy } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Event } from "../events.ts";
import type { UserClaims } from "../ports.ts";
import { announceStatus } from "./announce-status.ts";
import { Device } from "./device.ts";
import { goOffline } from "./go-offline.ts";
import { nameTaken } from "./sign-in.ts";

/**
 * Puts a user online on this client, in the place of the one who was. An older connection of the same device is signed
 * out; the call it was in goes on here where that is possible. Throws ALREADY_IN_ROOM, USER_ID_TAKEN.
 */
export async function goOnline(ctx: Context, client: Client, claims: UserClaims, policy: DevicePolicy): Promise<void> {
  if (client.state.state === "seated") throw new Refusal("ALREADY_IN_ROOM");
  const former = client.state.state === "online" ? client.state.device : undefined;
  if (former && isSame(former, claims, policy)) {
    client.send(online(ctx, claims));
    return;
  }
  // The same name as someone else, so to speak: the old one must be free first. Another name only once that is sure.
  const renamed = former && former.claims.userId !== claims.userId ? former : undefined;
  if (former && !renamed) await goOffline(ctx, former);

  const device = new Device(claims, policy, ctx.nodeId);
  const { userId, name, ownerId } = claims;
  const { deviceId } = device;
  // Reachable before it is registered: from that moment on others may ring it.
  ctx.devices.add(device);
  const registration = await ctx.presence
    .register(claims, { userId, name, ownerId, deviceId, medium: policy.medium, address: device.address })
    .catch((cause: unknown) => {
      ctx.devices.remove(device);
      throw cause;
    });
  if (registration.outcome === "taken") {
    ctx.devices.remove(device);
    throw nameTaken();
  }
  try {
    if (renamed) await goOffline(ctx, renamed);
    if (registration.replaced) ctx.bus.deliver(registration.replaced.address, { type: "signed-out" });
    welcome(ctx, client, device, await rejoinCall(ctx, device, registration.replaced?.address));
  } catch (cause) {
    await goOffline(ctx, device);
    throw cause;
  }
  if (registration.first) announceStatus(ctx, claims.appId, { userId, name });
}

function welcome(ctx: Context, client: Client, device: Device, call: CurrentCall | undefined): void {
  client.send(online(ctx, device.claims, call));
  const { state } = device;
  // Replaced again before this node has heard of it.
  if (state.state === "gone") {
    client.send({ type: "signed-out" });
    client.close();
    return;
  }
  device.state = { state: "present", client };
  client.state = { state: "online", device };
  if (state.state === "entering") for (const event of state.queue) client.send(event);
}

function online(ctx: Context, { userId, name }: UserClaims, call?: CurrentCall): Event {
  const { ttlSeconds } = ctx.tokens;
  return { type: "online", self: { userId, name }, ttlSeconds, ...(call === undefined ? {} : { call }) };
}

function isSame({ claims, policy }: Device, { appId, userId, ownerId, name }: UserClaims, to: DevicePolicy): boolean {
  const sameUser = claims.appId === appId && claims.userId === userId;
  return sameUser && claims.ownerId === ownerId && claims.name === name && policy.deviceId === to.deviceId;
}
