import { ChamCallError } from "../chamcall-error.ts";
import { errorFromWire } from "./error-from-wire.ts";
import { serverUnreachable } from "./server-unreachable.ts";

interface RequestOptions {
  /** Sent as JSON; makes the request a POST. */
  body?: unknown;
  signal?: AbortSignal | undefined;
}

const timeoutMs = 15_000;

/** One REST request; every failure is a ChamCallError. */
export async function request<T>(serverUrl: string, path: string, { body, signal }: RequestOptions): Promise<T> {
  let response: Response;
  let answer: unknown;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    response = await fetch(new URL(path, serverUrl), {
      ...(body === undefined
        ? {}
        : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    answer = await response.json();
  } catch (cause) {
    if (signal?.aborted) throw new ChamCallError("CLOSED", "The request was cancelled.", { cause });
    throw serverUnreachable(serverUrl, cause);
  }
  if (response.ok) return answer as T;
  const refusal = typeof answer === "object" && answer !== null && "error" in answer ? answer.error : answer;
  throw errorFromWire(refusal);
}
