/**
 * What a page hands to `/room/:roomId` as its router state so that the call begins without the preview. It stays with
 * the history entry: a reload of the call finds it again. Rooms entered so are not remembered among the recent ones.
 */
export interface EnterState {
  enter: {
    /** As the other one reads it. */
    displayName: string;
  };
}

/** What an address was opened with, if it was opened so. */
export function enterIn(state: unknown): EnterState["enter"] | undefined {
  if (typeof state !== "object" || state === null || !("enter" in state)) return undefined;
  const { enter } = state;
  if (typeof enter !== "object" || enter === null || !("displayName" in enter)) return undefined;
  return typeof enter.displayName === "string" ? { displayName: enter.displayName } : undefined;
}
