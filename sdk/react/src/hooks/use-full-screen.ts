import { useSyncExternalStore } from "react";

/** The page's full screen: whether the browser has it, whether it is on, and the switch. */
export interface FullScreen {
  supported: boolean;
  active: boolean;
  toggle(): void;
}

/** Follows and switches the whole page's full screen. */
export function useFullScreen(): FullScreen {
  const active = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  return { supported: document.fullscreenEnabled === true, active, toggle };
}

function subscribe(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}

function toggle(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  // Refused without a gesture or by a policy: the page stays as it is.
  done.catch(() => {});
}
