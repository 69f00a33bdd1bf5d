import type { Call } from "@chamcall/client";
import type { EmbedCommand } from "./embed-bridge.ts";

/** Does in the call what the parent asked for; rejects with why not. */
export async function runCommand(call: Call, command: EmbedCommand): Promise<void> {
  const { self } = call.getSnapshot();
  switch (command) {
    case "mute":
      return call.setMicrophoneEnabled(false);
    case "unmute":
      return call.setMicrophoneEnabled(true);
    case "toggleAudio":
      return call.setMicrophoneEnabled(!self.audio);
    case "cameraOn":
      return call.setCameraEnabled(true);
    case "cameraOff":
      return call.setCameraEnabled(false);
    case "toggleCamera":
      return call.setCameraEnabled(!self.video);
    case "shareScreen":
      return call.setScreenShareEnabled(true);
    case "stopScreenShare":
      return call.setScreenShareEnabled(false);
    case "toggleScreenShare":
      return call.setScreenShareEnabled(!self.screen);
    case "end":
      return call.leave();
  }
}
