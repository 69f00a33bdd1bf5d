import { CapturedMedia } from "./captured-media.ts";
import type { LocalMedia } from "./local-media.ts";
import type { LocalMediaOptions } from "./local-media-options.ts";

/** Starts to capture at once; use it for a preview, then hand it to `joinRoom`. */
export function createLocalMedia(options: LocalMediaOptions = {}): LocalMedia {
  return new CapturedMedia(options);
}
