import type { RemoteTracks } from "../peer/remote-tracks.ts";

/**
 * The tracks that an interface should show. The place of a shared screen stays negotiated after the share, so what
 * the participant says decides; one who has never said anything about screens is judged by what arrives.
 */
export function shownTracks(
  tracks: RemoteTracks,
  said: { readonly screen: boolean; readonly hasSharedScreen: boolean },
): Record<keyof RemoteTracks, MediaStreamTrack | undefined> {
  const { microphone, camera, screenVideo, screenAudio } = tracks;
  const arrives = (track: MediaStreamTrack | undefined) => track !== undefined && !track.muted;
  const shows = said.screen || (!said.hasSharedScreen && arrives(screenVideo));
  return {
    microphone,
    camera,
    screenVideo: shows ? screenVideo : undefined,
    screenAudio: shows && arrives(screenAudio) ? screenAudio : undefined,
  };
}
