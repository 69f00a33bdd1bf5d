import { createStore } from "../lib/create-store.ts";
import { isCode } from "./is-code.ts";
import type { PairingApi } from "./pairing-api.ts";
import type { PairingProblem } from "./pairing-problem.ts";
import { readCode } from "./read-code.ts";

/** Where entering another device's code stands. */
export type EntryState =
  | { state: "typing" }
  | { state: "accepting"; code: string; by: "hand" | "link" }
  /** `retryAt` (ms epoch): nothing is sent before. */
  | { state: "refused"; code: string; problem: PairingProblem | "not-a-code"; retryAt?: number }
  | { state: "paired"; roomId: string };

/** One device's attempts to take another up on its code; a small store for `useSyncExternalStore`. */
export interface CodeEntry {
  get(): EntryState;
  subscribe(listener: () => void): () => void;
  /** Sends what was typed, pasted or in a link. Ignored while an attempt is under way or has to wait. */
  accept(text: string, by: "hand" | "link"): Promise<void>;
  /** The code is being changed: what was wrong with the one before is over, unless it has to be waited for. */
  edit(): void;
  stop(): void;
}

/** Creates the store. */
export function createCodeEntry(api: Pick<PairingApi, "accept">): CodeEntry {
  const store = createStore<EntryState>({ state: "typing" });
  let abort = new AbortController();
  return {
    get: store.get,
    subscribe: store.subscribe,
    async accept(text, by) {
      const now = store.get();
      if (now.state === "accepting" || now.state === "paired" || mustWait(now)) return;
      const code = readCode(text);
      if (!isCode(code)) return store.set({ state: "refused", code, problem: "not-a-code" });
      abort = new AbortController();
      const { signal } = abort;
      store.set({ state: "accepting", code, by });
      const answer = await api.accept(code, signal);
      if (signal.aborted) return;
      if (answer.outcome === "paired") return store.set({ state: "paired", roomId: answer.roomId });
      const { problem, retryAfterMs } = answer;
      const wait = retryAfterMs === undefined ? {} : { retryAt: Date.now() + retryAfterMs };
      store.set({ state: "refused", code, problem, ...wait });
    },
    edit() {
      const now = store.get();
      if (now.state === "refused" && !mustWait(now)) store.set({ state: "typing" });
    },
    stop() {
      abort.abort();
      store.set({ state: "typing" });
    },
  };
}

function mustWait(state: EntryState): boolean {
  return state.state === "refused" && state.retryAt !== undefined && Date.now() < state.retryAt;
}
