import type { PairingProblem, PairingRefusal } from "./pairing-problem.ts";

const timeoutMs = 10_000;

const problems: ReadonlyMap<unknown, PairingProblem> = new Map([
  ["not_found_or_expired", "not-found"],
  ["conflict", "conflict"],
  ["rate_limited", "rate-limited"],
  ["disabled", "off"],
]);

/** One request to the pairing API, whose refusals are `{error: "…"}`. `body` is undefined where the answer has none (204). */
export async function pairingRequest(
  path: string,
  body: object,
  signal: AbortSignal,
): Promise<{ outcome: "answered"; body: unknown } | PairingRefusal> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (response.status !== 204) answer = await response.json();
  } catch {
    return { outcome: "refused", problem: "unreachable" };
  }
  if (response.ok) return { outcome: "answered", body: answer };
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    outcome: "refused",
    problem: problemOf(response.status, answer),
    ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

function problemOf(status: number, answer: unknown): PairingProblem {
  const error = typeof answer === "object" && answer !== null && "error" in answer ? answer.error : undefined;
  const known = problems.get(error);
  if (known !== undefined) return known;
  // The pairing door is shut: its paths are nobody's.
  if (status === 404) return "off";
  if (status === 429) return "rate-limited";
  return status >= 502 ? "unreachable" : "failed";
}
