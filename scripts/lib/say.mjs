/**
 * One friendly line on what is happening. Goes to stderr, so that the output of what is started stays its own.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
