import type { Reply } from "../core/reply.ts";
import { wireError } from "./wire-error.ts";

/** The acknowledgement of doors whose spec has none: as the native protocol's, without an answer of its own. */
export function acknowledge(reply: Reply): object {
  return reply.ok ? { ok: true } : { ok: false, error: wireError(reply.refusal) };
}
