import { useEffect, useRef } from "react";

/** A silent `<video>` that shows one track. */
export function TrackVideo(props: { track: MediaStreamTrack; mirrored?: boolean; fit?: "cover" | "contain" }) {
  const { track, mirrored = false, fit = "cover" } = props;
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (video === null) return;
    video.srcObject = new MediaStream([track]);
    // A hidden tab or an element that goes away interrupts play(); autoplay picks it up again.
    video.play().catch(() => {});
    return () => {
      video.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={ref}
      className="cc-video"
      data-mirrored={mirrored}
      data-fit={fit}
      autoPlay
      playsInline
      muted
      aria-hidden
    />
  );
}
