import type { WireError } from "@chamcall/protocol";
import type { Refusal } from "../core/errors.ts";

/** A refusal as every door shows it. */
export function wireError({ code, message, details }: Refusal): WireError {
  return { code, message, ...details };
}
