import type { Person, UserPresence } from "@chamcall/protocol";
import type { Context } from "../context.ts";

/** Tells those who watch the app's users how one of them is now. */
export async function announceStatus(ctx: Context, appId: string, { userId, name }: Person): Promise<void> {
  const key = { appId, userId };
  const [devices, call] = await Promise.all([ctx.presence.devicesOf(key), ctx.calls.of(key)]);
  const status: UserPresence["status"] = devices.length === 0 ? "offline" : call ? "busy" : "available";
  ctx.bus.broadcast(appId, { type: "user-status", user: { userId, name, status } });
}
