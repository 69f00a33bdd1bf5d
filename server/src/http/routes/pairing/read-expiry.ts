import { Problem } from "./problem.ts";
import { readField } from "./read-field.ts";

/** ISO 8601 with a zone; the days of the month are checked apart, Date rolls them over. */
const TIME = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** `exp`, in milliseconds since the epoch; it may be over. Throws missing_field, invalid_field. */
export function readExpiry(source: unknown): number {
  const value = readField(source, "exp");
  const [, year, month, day] = (typeof value === "string" && TIME.exec(value)) || [];
  const time = new Date(day === undefined ? Number.NaN : String(value));
  const isRealDay = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  // Times are compared as text: those that need a sign for their year are not to be had.
  if (isRealDay && !Number.isNaN(time.getTime()) && /^\d{4}-/.test(time.toISOString())) return time.getTime();
  throw new Problem("invalid_field", "exp must be a UTC time like 2030-01-01T00:00:00Z.");
}
