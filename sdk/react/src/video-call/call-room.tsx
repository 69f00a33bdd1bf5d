import type { Call } from "@chamcall/client";
import { Headphones, LoaderCircle, TriangleAlert, X } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { type ControlName, Controls } from "../components/controls.tsx";
import { VideoGrid } from "../components/video-grid.tsx";
import { useSocket } from "../hooks/use-socket.ts";
import { useWakeLock } from "../hooks/use-wake-lock.ts";
import { useWebRTC } from "../hooks/use-webrtc.ts";
import type { VideoCallLabels } from "./video-call-labels.ts";

const usual: readonly ControlName[] = ["mic", "camera", "screen", "leave"];

/** The running call: people, what they should know, and the bar. */
export function CallRoom(props: {
  call: Call;
  labels: VideoCallLabels;
  controls: readonly ControlName[] | undefined;
  speakerId: string | undefined;
  onLeave: () => void;
}) {
  const { call, labels, controls = usual, speakerId, onLeave } = props;
  const { self, participants } = useWebRTC(call);
  const connection = useSocket(call);
  const microphone = useSyncExternalStore(call.media.subscribe, () => call.media.getSnapshot().microphone.state);
  useWakeLock();
  const [failed, setFailed] = useState(false);
  return (
    <>
      <div className="cc-call-stage">
        <VideoGrid self={self} participants={participants} speakerId={speakerId} labels={labels} />
        <div className="cc-call-notes">
          {connection.state === "reconnecting" && (
            <p className="cc-call-note" role="status" data-tone="warm">
              <LoaderCircle className="cc-spin" aria-hidden />
              {labels.connectionLost}
            </p>
          )}
          {participants.length === 0 && connection.state === "connected" && (
            <p className="cc-call-note" role="status">
              {labels.waiting}
            </p>
          )}
          {microphone === "unavailable" && (
            <p className="cc-call-note" role="status">
              <Headphones aria-hidden />
              {labels.listenOnly}
            </p>
          )}
          {failed && (
            <p className="cc-call-note" role="alert" data-tone="warm">
              <TriangleAlert aria-hidden />
              {labels.failed}
              <button type="button" aria-label={labels.dismiss} onClick={() => setFailed(false)}>
                <X aria-hidden />
              </button>
            </p>
          )}
        </div>
      </div>
      <div className="cc-call-bar">
        <Controls
          call={call}
          labels={labels}
          show={controls}
          onLeave={onLeave}
          onError={(error) => setFailed(!isCancelled(error))}
        />
      </div>
    </>
  );
}

/** Closing the browser's own question for a screen is no failure. */
function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotAllowedError";
}
