import type { Context } from "../context.ts";
import type { Reply } from "../reply.ts";
import { spend } from "../spend.ts";
import type { Device } from "./device.ts";

/** A list that is longer isn't looked through by anyone; who isn't in it can be rung all the same. */
const MAX_PEOPLE = 1000;
/** From then on changes come by themselves. */
const LOOKS = { points: 30, windowMs: 60_000 };

/** The app's users that are online, without oneself; from then on the device hears of every change. Throws RATE_LIMITED. */
export async function watchUsers(ctx: Context, device: Device): Promise<Reply> {
  const { appId, userId } = device.claims;
  await spend(ctx, `watch-users:${appId}/${userId}`, LOOKS);
  ctx.devices.watch(device);
  const [people, busy] = await Promise.all([ctx.presence.list(appId, MAX_PEOPLE), ctx.calls.busy(appId)]);
  const users = people
    .filter((person) => person.userId !== userId)
    .map((person) => ({ ...person, status: busy.has(person.userId) ? ("busy" as const) : ("available" as const) }));
  return { ok: true, answer: { users } };
}
