/** Where a track comes from. */
export type TrackSource = "camera" | "microphone" | "screen" | "screenAudio";
