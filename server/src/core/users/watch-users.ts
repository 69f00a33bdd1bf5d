import type { Context } from "../context.ts";
import type { Reply } from "../reply.ts";
import type { Device } from "./device.ts";

/** The app's users that are online, without oneself; from then on the device hears of every change. */
export async function watchUsers(ctx: Context, device: Device): Promise<Reply> {
  const { appId, userId } = device.claims;
  ctx.devices.watch(device);
  const [people, busy] = await Promise.all([ctx.presence.list(appId), ctx.calls.busy(appId)]);
  const users = people
    .filter((person) => person.userId !== userId)
    .map((person) => ({ ...person, status: busy.has(person.userId) ? ("busy" as const) : ("available" as const) }));
  return { ok: true, answer: { users } };
}
