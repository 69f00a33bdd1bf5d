/** Steps on the way to the first frame, in the usual order; marks of these names are in the page's performance timeline. */
export const phases = [
  "join answered (HTTP)",
  "camera and microphone open",
  "socket open",
  "in the room",
  "offer received",
  "answer made",
  "media path connected",
] as const;

export type Phase = (typeof phases)[number];

/** Only the first time counts. */
export function mark(phase: Phase): void {
  if (performance.getEntriesByName(phase).length === 0) performance.mark(phase);
}
