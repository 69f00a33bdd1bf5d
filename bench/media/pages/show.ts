import { now } from "./now.ts";

/** Plays a video track on the page; resolves with the moment at which its first frame is presented. */
export function show(track: MediaStreamTrack): Promise<number> {
  const video = document.createElement("video");
  video.muted = true;
  video.autoplay = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  document.body.append(video);
  return new Promise((resolve) => video.requestVideoFrameCallback(() => resolve(now())));
}
