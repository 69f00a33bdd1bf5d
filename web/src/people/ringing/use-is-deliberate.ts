import { type MouseEvent, useCallback, useState } from "react";

/** Someone who types when the sheet takes the focus has pressed the key for something else. */
const typingMs = 700;

/** Whether a press can be meant for what has just appeared: a pointer's always, a key's only after a moment. */
export function useIsDeliberate(): (event: MouseEvent) => boolean {
  const [since] = useState(() => performance.now());
  return useCallback(({ detail }) => detail !== 0 || performance.now() - since > typingMs, [since]);
}
