import type { SourceState } from "./media-snapshot.ts";

/** The track of a source that is on. */
export function trackOf(source: SourceState): MediaStreamTrack | undefined {
  return source.state === "on" ? source.track : undefined;
}
