import { Problem } from "./problem.ts";
import { readField } from "./read-field.ts";

const MAX_LENGTH = 128;

/** A join code, room or device: 1 to 128 characters, none of them a control character. Throws missing_field, invalid_field. */
export function readId(source: unknown, name: string): string {
  const value = readField(source, name);
  if (typeof value === "string" && value.length <= MAX_LENGTH && value.isWellFormed() && !/\p{Cc}/u.test(value)) {
    return value;
  }
  const shape = `a string of 1 to ${MAX_LENGTH} characters without control characters`;
  throw new Problem("invalid_field", `${name} must be ${shape}.`);
}
