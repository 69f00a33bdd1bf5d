import type { Client } from "./client.ts";
import type { Command } from "./commands.ts";
import type { Context } from "./context.ts";
import { performOnline } from "./perform-online.ts";
import { performSeated } from "./perform-seated.ts";
import type { Reply } from "./reply.ts";
import { enter } from "./rooms/enter.ts";
import { join } from "./rooms/join.ts";
import { renew } from "./rooms/renew.ts";
import { seatOf } from "./rooms/seat-of.ts";
import { arrive } from "./users/arrive.ts";
import { deviceOf } from "./users/device-of.ts";
import { renewUser } from "./users/renew-user.ts";

/** Carries a client's command out. Throws a Refusal for what it will not do. */
export function perform(ctx: Context, client: Client, command: Command): Reply | Promise<Reply> {
  switch (command.type) {
    case "enter":
      return enter(ctx, client, command);
    case "join":
      return join(ctx, client, command);
    case "go-online":
      return arrive(ctx, client, command);
    case "ping":
      return { ok: true };
    case "renew":
      if (client.state.state === "online") return renewUser(ctx, client.state.device);
      return renew(ctx, seatOf(client, undefined));
    case "go-offline":
    case "watch-users":
    case "invite":
    case "answer":
    case "decline":
    case "hang-up":
    case "call-signal":
      return performOnline(ctx, deviceOf(client, command.claimed), command);
    default:
      return performSeated(ctx, seatOf(client, command.claimed), command);
  }
}
