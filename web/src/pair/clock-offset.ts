const timeoutMs = 10_000;

/**
 * How far the server's clock is ahead of this device's, in ms: a code's end counts by the server's, and a device's may be
 * wrong by hours. Undefined when the server doesn't tell.
 */
export async function clockOffset(signal: AbortSignal): Promise<number | undefined> {
  const asked = Date.now();
  try {
    const response = await fetch("/health", { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
    const health: unknown = await response.json();
    const here = (asked + Date.now()) / 2;
    const offset = Date.parse(timestampOf(health)) - here;
    return Number.isNaN(offset) ? undefined : Math.round(offset);
  } catch {
    return undefined;
  }
}

function timestampOf(health: unknown): string {
  const found = typeof health === "object" && health !== null && "timestamp" in health ? health.timestamp : undefined;
  return typeof found === "string" ? found : "";
}
