import { useEffect } from "react";

/** Keeps the screen from going dark while the component is shown (W3C screen-wake-lock), where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let ended = false;
    let lock: WakeLockSentinel | undefined;
    const acquire = async () => {
      if (document.visibilityState !== "visible" || (lock && !lock.released)) return;
      // Refused with a low battery, for example; the screen then does what it does.
      const taken = await navigator.wakeLock?.request("screen").catch(() => undefined);
      if (ended) void taken?.release();
      else lock = taken;
    };
    void acquire();
    // A hidden page loses its lock.
    document.addEventListener("visibilitychange", acquire);
    return () => {
      ended = true;
      document.removeEventListener("visibilitychange", acquire);
      void lock?.release();
    };
  }, []);
}
