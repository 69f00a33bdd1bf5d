import { createLocalMedia, type LocalMedia, type UserCall } from "@chamcall/client";
import { useEffect, useRef, useState } from "react";
import { preferences } from "../lib/preferences.ts";
import { callSwitches } from "./call-switches.ts";

/**
 * Camera and microphone of a call: opened when one rings someone or answers, so that the browser's question comes before
 * the other is there, and closed with the call. `held` keeps them open for a call that is being moved to another tab.
 */
export function useCallMedia(call: UserCall, held: boolean): LocalMedia | undefined {
  const [media, setMedia] = useState<LocalMedia>();
  const isOpen = call.state === "outgoing" || call.state === "answering" || call.state === "active";
  const wanted = useRef({ camera: true, microphone: true });
  useEffect(() => {
    wanted.current = switchesFor(call);
  });
  const open = isOpen || (held && media !== undefined);
  useEffect(() => {
    if (!open) return;
    const { cameraId, microphoneId } = preferences.get();
    const created = createLocalMedia({
      ...wanted.current,
      ...(cameraId !== undefined && { cameraId }),
      ...(microphoneId !== undefined && { microphoneId }),
    });
    setMedia(created);
    return () => {
      created.dispose();
      setMedia(undefined);
    };
  }, [open]);
  return media;
}

/** As one rang or answered; after a reload, as it was before. */
function switchesFor(call: UserCall): { camera: boolean; microphone: boolean } {
  switch (call.state) {
    case "outgoing":
      return { camera: call.video, microphone: true };
    case "answering":
      return { camera: call.camera, microphone: true };
    case "active": {
      const { callId, camera, microphone } = callSwitches.get();
      if (callId === call.callId) return { camera, microphone };
      return { camera: call.camera ?? call.video, microphone: true };
    }
    default:
      return { camera: false, microphone: false };
  }
}
