import { Problem } from "./problem.ts";

/** A field of a body or query; what is empty counts as missing. Throws missing_field, invalid_field. */
export function readField(source: unknown, name: string): unknown {
  if (source !== undefined && source !== null && (typeof source !== "object" || Array.isArray(source))) {
    throw new Problem("invalid_field", "The body must be a JSON object.");
  }
  const value = (source as Record<string, unknown> | null | undefined)?.[name];
  if (value === undefined || value === null || value === "") throw new Problem("missing_field", `Send ${name}.`);
  return value;
}
