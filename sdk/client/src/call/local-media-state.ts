import type { MediaState } from "@chamcall/protocol";
import type { MediaSnapshot } from "../media/media-snapshot.ts";

/** What the others are told about the own media. */
export function localMediaState({ camera, microphone, screen }: MediaSnapshot): MediaState {
  return { audio: microphone.state === "on", video: camera.state === "on", screen: screen.state === "on" };
}
