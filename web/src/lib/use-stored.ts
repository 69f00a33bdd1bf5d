import { useSyncExternalStore } from "react";
import type { Stored } from "./stored.ts";

/** A stored value and its setter. */
export function useStored<T>(stored: Stored<T>): [T, (value: T) => void] {
  return [useSyncExternalStore(stored.subscribe, stored.get), stored.set];
}
