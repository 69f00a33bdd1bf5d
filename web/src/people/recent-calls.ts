import { isUserId } from "../lib/is-user-id.ts";

const outcomes = [
  "answered",
  "missed",
  "unanswered",
  "declined",
  "busy",
  "offline",
  "cancelled",
  "elsewhere",
  "failed",
] as const;

/** A call of before; `at` is ms epoch. */
export interface RecentCall {
  id: string;
  userId: string;
  name: string;
  direction: "incoming" | "outgoing";
  video: boolean;
  outcome: (typeof outcomes)[number];
  at: number;
  /** How long they talked, where they did and this browser knows. */
  durationMs?: number;
}

const most = 20;

/** The list with this call first; what was known of it before and isn't now stays known. */
export function addRecentCall(
  calls: readonly RecentCall[],
  call: Omit<RecentCall, "direction"> & { direction: RecentCall["direction"] | undefined },
): RecentCall[] {
  const known = calls.find(({ id }) => id === call.id);
  const direction = call.direction ?? known?.direction;
  if (direction === undefined) return [...calls];
  return [{ ...call, direction }, ...removeRecentCall(calls, call.id)].slice(0, most);
}

/** The list without this call. */
export function removeRecentCall(calls: readonly RecentCall[], id: string): RecentCall[] {
  return calls.filter((call) => call.id !== id);
}

/** Reads what was stored; whatever isn't a call is dropped. */
export function parseRecentCalls(json: string | null): RecentCall[] {
  try {
    const value: unknown = JSON.parse(json ?? "[]");
    return Array.isArray(value) ? value.filter(isRecentCall).slice(0, most) : [];
  } catch {
    return [];
  }
}

function isRecentCall(value: unknown): value is RecentCall {
  if (typeof value !== "object" || value === null) return false;
  const { id, userId, name, direction, video, outcome, at, durationMs } = value as Record<string, unknown>;
  const texts = [id, name].every((text) => typeof text === "string");
  const person = typeof userId === "string" && isUserId(userId);
  const kind = (direction === "incoming" || direction === "outgoing") && outcomes.some((one) => one === outcome);
  const times = typeof at === "number" && (durationMs === undefined || typeof durationMs === "number");
  return texts && person && kind && times && typeof video === "boolean";
}
