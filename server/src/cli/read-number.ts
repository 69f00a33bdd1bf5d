import { CliError } from "./cli-error.ts";

/** A whole number given as an option. Throws CliError. */
export function readNumber(option: string, given: string, { min, max }: { min: number; max: number }): number {
  const value = Number(given);
  if (given.trim() !== "" && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new CliError(`--${option} must be a whole number from ${min} to ${max}, and is ${JSON.stringify(given)}.`);
}
