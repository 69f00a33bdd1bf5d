import { mark } from "./phases.ts";
import { show } from "./show.ts";

const video: MediaTrackConstraints = { width: 320, height: 180, frameRate: 30 };

/**
 * Whatever a side asks for, it gets the same small camera and the same microphone, and sees itself.
 * Resolves when the camera's first frame is on the page.
 */
export function smallCamera(): Promise<unknown> {
  const { mediaDevices } = navigator;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  return new Promise((running, failed) => {
    mediaDevices.getUserMedia = async () => {
      const stream = await getUserMedia({ video, audio: true });
      mark("camera and microphone open");
      const [camera] = stream.getVideoTracks();
      if (camera) show(camera).then(running, failed);
      return stream;
    };
  });
}
