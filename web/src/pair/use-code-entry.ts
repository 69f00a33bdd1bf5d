import { useEffect, useState, useSyncExternalStore } from "react";
import { type CodeEntry, createCodeEntry, type EntryState } from "./code-entry.ts";
import type { PairingApi } from "./pairing-api.ts";

/** What `useCodeEntry` returns: where things stand and what can be done. */
export interface CodeEntryHandle extends Pick<CodeEntry, "accept" | "edit"> {
  state: EntryState;
}

/** Entering a code; what is under way is given up when the component goes. */
export function useCodeEntry(api: PairingApi): CodeEntryHandle {
  const [entry] = useState(() => createCodeEntry(api));
  useEffect(() => entry.stop, [entry]);
  const state = useSyncExternalStore(entry.subscribe, entry.get);
  return { state, accept: entry.accept, edit: entry.edit };
}
