import { parseArgs } from "node:util";

const limitMs = 150_000;

/**
 * Counts the rounds from 1: as many as `--rounds N` says, otherwise `fallback`, or fewer when the machine is
 * too slow for that within three minutes. Throws when N makes no sense.
 */
export function* rounds(fallback: number): Generator<number> {
  const { values } = parseArgs({ options: { rounds: { type: "string" } } });
  const wanted = Number(values.rounds ?? fallback);
  if (!Number.isInteger(wanted) || wanted < 1)
    throw new Error(`--rounds ${values.rounds} must be a whole number from 1`);
  for (let round = 1; round <= wanted; round += 1) {
    if (values.rounds === undefined && round > 1 && performance.now() > limitMs) {
      console.log(`No time for round ${round}: this machine is slow or busy. Ask for it with --rounds ${wanted}.`);
      return;
    }
    yield round;
  }
}
