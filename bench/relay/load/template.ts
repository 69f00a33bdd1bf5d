export type SignalKind = "offer" | "answer" | "candidate";

/** JSON of a signal with a gap for a sequence number; `mark` is what stands right before the gap. */
export interface Template {
  kind: SignalKind;
  before: string;
  mark: string;
  after: string;
}

const gap = "SEQUENCE";

/** Makes a template of a signal that has SEQUENCE where the number goes, `mark` before it. */
export function template(kind: SignalKind, signal: object, mark: string): Template {
  const [before, after] = JSON.stringify(signal).split(gap);
  if (before === undefined || after === undefined || !before.endsWith(mark)) throw new Error(`no ${mark}${gap} in it`);
  return { kind, before, mark, after };
}
