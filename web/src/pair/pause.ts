import type { Attention } from "./attention.ts";

/** Waits `ms`, or until attention changes or the signal fires; resolves with what it was. */
export function pause(ms: number, signal: AbortSignal, attention: Attention): Promise<"time" | "change"> {
  return new Promise((resolve) => {
    const end = (why: "time" | "change") => () => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener("abort", aborted);
      resolve(why);
    };
    const aborted = end("change");
    const timer = setTimeout(end("time"), ms);
    const unsubscribe = attention.subscribe(end("change"));
    signal.addEventListener("abort", aborted);
  });
}
