import { answerCall, declineCall, hangUp } from "./calls/act-on-call.ts";
import { invite } from "./calls/invite.ts";
import { relayCallSignal } from "./calls/relay-call-signal.ts";
import type { DeviceCommand } from "./commands.ts";
import type { Context } from "./context.ts";
import type { Reply } from "./reply.ts";
import type { Device } from "./users/device.ts";
import { goOffline } from "./users/go-offline.ts";
import { watchUsers } from "./users/watch-users.ts";

/** Carries out what a user who is online asks for. */
export function performOnline(ctx: Context, device: Device, command: DeviceCommand): Reply | Promise<Reply> {
  switch (command.type) {
    case "call-signal":
      return relayCallSignal(ctx, device, command);
    case "invite":
      return invite(ctx, device, command);
    case "answer":
      return answerCall(ctx, device, command);
    case "decline":
      return declineCall(ctx, device, command);
    case "hang-up":
      return hangUp(ctx, device, command);
    case "watch-users":
      return watchUsers(ctx, device);
    case "go-offline":
      return goOffline(ctx, device).then(() => ({ ok: true }));
  }
}
