import type { Call, CallState } from "@chamcall/client";
import { useSyncExternalStore } from "react";

/** Where the connection to the room stands: connected, reconnecting or disconnected with its reason. */
export function useSocket(call: Call): CallState {
  return useSyncExternalStore(call.subscribe, () => call.getSnapshot().state);
}
