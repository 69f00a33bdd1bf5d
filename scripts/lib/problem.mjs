/** A failure the person at the keyboard can do something about: its message is shown without a stack trace. */
export class Problem extends Error {
  /** @override */
  name = "Problem";
}
