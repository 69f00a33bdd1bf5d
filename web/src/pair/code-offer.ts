import { createStore } from "../lib/create-store.ts";
import type { Attention } from "./attention.ts";
import type { PairingApi } from "./pairing-api.ts";
import type { PairingProblem, PairingRefusal } from "./pairing-problem.ts";
import { pause } from "./pause.ts";
import { pollDelay } from "./poll-delay.ts";

/** Where showing a code stands. Times are ms epoch by this device's clock. */
export type OfferState =
  | { state: "asking" }
  /** `contact` is lost while the server doesn't answer: the code may still be good. */
  | { state: "showing"; code: string; until: number; contact: "kept" | "lost" }
  | { state: "expired" }
  | { state: "refused"; problem: PairingProblem; retryAt?: number }
  | { state: "paired"; roomId: string };

/** A code on offer, from asking for one until someone accepts it; a small store for `useSyncExternalStore`. */
export interface CodeOffer {
  get(): OfferState;
  subscribe(listener: () => void): () => void;
  /** Puts a fresh code on offer and asks after it; a code of before is forgotten. */
  start(): void;
  stop(): void;
}

interface Parts {
  api: Pick<PairingApi, "create" | "check">;
  /** Ms that the server's clock is ahead; undefined when it can't be reached. */
  clockOffset: (signal: AbortSignal) => Promise<number | undefined>;
  attention: Attention;
  makeCode: () => string;
}

/** How long a code is good, in ms. */
export const codeLifeMs = 5 * 60_000;

/** An acceptance is told only while the code lives: the last question comes this long before its end, in ms. */
const lastLookMs = 500;

/** A taken code is as likely as winning a lottery; twice in a row something else is wrong. */
const mostCodes = 5;

/** Creates the store; nothing happens before `start`. */
export function createCodeOffer({ api, clockOffset, attention, makeCode }: Parts): CodeOffer {
  const store = createStore<OfferState>({ state: "asking" });
  let abort = new AbortController();
  return {
    get: store.get,
    subscribe: store.subscribe,
    start() {
      abort.abort();
      abort = new AbortController();
      store.set({ state: "asking" });
      void offer(abort.signal);
    },
    stop: () => abort.abort(),
  };

  async function offer(signal: AbortSignal): Promise<void> {
    const asked = await register(signal);
    if (signal.aborted) return;
    if (asked.outcome === "refused") return store.set(refused(asked));
    store.set({ state: "showing", code: asked.code, until: asked.until, contact: "kept" });
    const end = await watch(asked.code, asked.until, signal);
    if (!signal.aborted) store.set(end);
  }

  async function register(
    signal: AbortSignal,
  ): Promise<{ outcome: "created"; code: string; until: number } | PairingRefusal> {
    const ahead = await clockOffset(signal);
    if (ahead === undefined) return { outcome: "refused", problem: "unreachable" };
    for (let tries = 0; tries < mostCodes; tries++) {
      const code = makeCode();
      const until = Date.now() + codeLifeMs;
      const answer = await api.create(code, until + ahead, signal);
      if (answer.outcome === "created") return { outcome: "created", code, until };
      if (answer.problem !== "conflict") return answer;
    }
    return { outcome: "refused", problem: "failed" };
  }

  async function watch(code: string, until: number, signal: AbortSignal): Promise<OfferState> {
    const lastLook = until - lastLookMs;
    let failures = 0;
    let retryAfterMs: number | undefined;
    for (;;) {
      const delay = Math.min(retryAfterMs ?? pollDelay(attention.get(), failures), lastLook - Date.now());
      const woken = await pause(Math.max(0, delay), signal, attention);
      if (signal.aborted) return { state: "expired" };
      if (woken === "change") failures = 0;
      const answer = await api.check(code, signal);
      if (answer.outcome === "paired") return { state: "paired", roomId: answer.roomId };
      const lost = answer.outcome === "refused" ? answer.problem : undefined;
      if (lost === "not-found" || Date.now() >= lastLook) return { state: "expired" };
      failures = lost === undefined ? 0 : failures + 1;
      retryAfterMs = answer.outcome === "refused" ? answer.retryAfterMs : undefined;
      if (!signal.aborted) tellContact(lost === undefined || lost === "rate-limited" ? "kept" : "lost");
    }
  }

  function tellContact(contact: "kept" | "lost"): void {
    const now = store.get();
    if (now.state === "showing" && now.contact !== contact) store.set({ ...now, contact });
  }
}

function refused({ problem, retryAfterMs }: PairingRefusal): OfferState {
  return {
    state: "refused",
    problem,
    ...(retryAfterMs === undefined ? {} : { retryAt: Date.now() + retryAfterMs }),
  };
}
