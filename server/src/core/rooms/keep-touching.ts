import type { Context } from "../context.ts";
import type { RoomKey } from "../room.ts";

/** What a killed process can lose of a session's length. */
const EVERY_MS = 60_000;

/** Marks the rooms that this node holds seats of as used, once a minute. Returns its end. */
export function keepTouching(ctx: Context): () => void {
  const timer = setInterval(() => {
    const keys = new Map<string, RoomKey>();
    for (const { claims } of ctx.seats.all()) keys.set(`${claims.appId}/${claims.roomId}`, claims);
    if (keys.size > 0) void ctx.sessions.touch([...keys.values()], ctx.now()).catch(ctx.report);
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
