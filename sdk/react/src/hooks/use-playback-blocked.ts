import { useEffect, useSyncExternalStore } from "react";
import { playbackBlocked, resumePlayback, subscribePlayback } from "../media/playback.ts";

/** True while the browser holds sound back; any click or key lets it through. */
export function usePlaybackBlocked(): boolean {
  const blocked = useSyncExternalStore(subscribePlayback, playbackBlocked);
  useEffect(() => {
    if (!blocked) return;
    const gesture = new AbortController();
    addEventListener("pointerdown", resumePlayback, { capture: true, signal: gesture.signal });
    addEventListener("keydown", resumePlayback, { capture: true, signal: gesture.signal });
    return () => gesture.abort();
  }, [blocked]);
  return blocked;
}
