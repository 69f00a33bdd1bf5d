import type { LocalTracks } from "../peer/local-tracks.ts";
import { CapturedMedia } from "./captured-media.ts";
import type { LocalMedia } from "./local-media.ts";
import { trackOf } from "./track-of.ts";

/** The tracks to send; an app's own LocalMedia is read through its snapshot. */
export function localTracksOf(media: LocalMedia): LocalTracks {
  if (media instanceof CapturedMedia) return media.tracks;
  const { camera, microphone, screen, screenAudio } = media.getSnapshot();
  return { camera: trackOf(camera), microphone: trackOf(microphone), screen: trackOf(screen), screenAudio };
}
