import type { AppLimits } from "../apps/app.ts";
import { Refusal } from "../errors.ts";

/** Throws LIMIT_REACHED where a room would hold more than its app's rooms may. */
export function refuseOverCapacity(
  limits: Pick<AppLimits, "maxParticipants"> | undefined,
  wanted: number | undefined,
): void {
  const most = limits?.maxParticipants ?? null;
  if (wanted === undefined || most === null || wanted <= most) return;
  throw new Refusal("LIMIT_REACHED", { message: `A room of this app holds at most ${most} people.` });
}
