import { useEffect, useRef } from "react";
import { startPlayback } from "../media/playback.ts";

/** Plays someone's sound, on the chosen speaker where the browser can. */
export function TrackAudio({ track, speakerId }: { track: MediaStreamTrack; speakerId?: string | undefined }) {
  const ref = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = ref.current;
    if (audio === null) return;
    audio.srcObject = new MediaStream([track]);
    const stop = startPlayback(audio);
    return () => {
      stop();
      audio.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    // A speaker that was unplugged: the browser stays on the default one.
    ref.current?.setSinkId?.(speakerId ?? "").catch(() => {});
  }, [speakerId]);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no caption track
  return <audio ref={ref} autoPlay />;
}
