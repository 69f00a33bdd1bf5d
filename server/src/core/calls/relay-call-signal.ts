import type { DeviceCommand } from "../commands.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Reply } from "../reply.ts";
import type { Device } from "../users/device.ts";

const DONE: Reply = { ok: true };

/** Relays a candidate to the other side of a call, ringing or not: the hot path. Throws NOT_IN_CALL. */
export function relayCallSignal(
  ctx: Context,
  { line, claims }: Device,
  { to, signal }: Extract<DeviceCommand, { type: "call-signal" }>,
): Reply {
  if (line.state === "idle" || line.peer !== to) throw new Refusal("NOT_IN_CALL");
  for (const peer of line.peers) ctx.bus.deliver(peer, { type: "call-signal", from: claims.userId, signal });
  return DONE;
}
