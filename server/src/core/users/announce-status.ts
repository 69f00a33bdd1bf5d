import type { Person, UserPresence } from "@chamcall/protocol";
import type { Context } from "../context.ts";

/** At most one telling about someone in this time: who rings and gives up again and again costs those who watch little. */
const STRETCH_MS = 250;

/** Tells those who watch the app's users how one of them is now. */
export function announceStatus(ctx: Context, appId: string, { userId, name }: Person): void {
  ctx.timers.throttle(`status:${appId}/${userId}`, STRETCH_MS, () => {
    void statusOf(ctx, appId, userId)
      .then((status) => ctx.bus.broadcast(appId, { type: "user-status", user: { userId, name, status } }))
      .catch(ctx.report);
  });
}

async function statusOf(ctx: Context, appId: string, userId: string): Promise<UserPresence["status"]> {
  const key = { appId, userId };
  const [devices, call] = await Promise.all([ctx.presence.devicesOf(key), ctx.calls.of(key)]);
  if (devices.length === 0) return "offline";
  return call ? "busy" : "available";
}
