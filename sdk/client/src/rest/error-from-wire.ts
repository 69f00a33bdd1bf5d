import type { WireError } from "@chamcall/protocol";
import { ChamCallError } from "../chamcall-error.ts";

/** Turns a refusal from the wire into a ChamCallError; anything unreadable counts as INTERNAL. */
export function errorFromWire(value: unknown): ChamCallError {
  if (!isWireError(value)) return new ChamCallError("INTERNAL", "The server gave an answer that makes no sense.");
  return new ChamCallError(value.code, value.message, value);
}

function isWireError(value: unknown): value is WireError {
  if (typeof value !== "object" || value === null) return false;
  return "code" in value && typeof value.code === "string" && "message" in value && typeof value.message === "string";
}
