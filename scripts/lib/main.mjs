import { Problem } from "./problem.mjs";
import { say } from "./say.mjs";

/**
 * Runs a script and ends the process with the exit code it returns. A {@link Problem} is told in plain words.
 * @param {() => Promise<number>} script
 */
export async function main(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    say(error instanceof Problem ? `\n${error.message}` : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
