/** What was asked can't be done; the message says what to do instead. */
export class CliError extends Error {
  override readonly name = "CliError";
}
