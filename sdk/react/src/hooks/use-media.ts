import { createLocalMedia, type LocalMedia, type LocalMediaOptions, type MediaSnapshot } from "@chamcall/client";
import { useEffect, useState, useSyncExternalStore } from "react";

/** Camera, microphone and screen of this client. `media` is there after the first render. */
export interface MediaHandle {
  media: LocalMedia | undefined;
  snapshot: MediaSnapshot;
}

const starting: MediaSnapshot = {
  camera: { state: "starting" },
  microphone: { state: "starting" },
  screen: { state: "off" },
  devices: { cameras: [], microphones: [], speakers: [] },
};

/** Captures when the component appears and stops every track when it goes. Options count at the start only. */
export function useMedia(options: LocalMediaOptions = {}): MediaHandle {
  const [initial] = useState(options);
  const [media, setMedia] = useState<LocalMedia>();
  useEffect(() => {
    const created = createLocalMedia(initial);
    setMedia(created);
    return () => created.dispose();
  }, [initial]);
  const snapshot = useSyncExternalStore(media?.subscribe ?? never, media?.getSnapshot ?? (() => starting));
  return { media, snapshot };
}

function never(): () => void {
  return () => {};
}
