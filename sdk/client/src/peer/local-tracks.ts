import type { TrackSource } from "../media/track-source.ts";

/** What this client sends; a missing track keeps its place empty. */
export type LocalTracks = { readonly [S in TrackSource]?: MediaStreamTrack | undefined };
