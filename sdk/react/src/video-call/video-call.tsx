import { LoaderCircle, PhoneOff, TriangleAlert } from "lucide-react";
import type { CSSProperties } from "react";
import type { ControlName } from "../components/controls.tsx";
import { CallMessage } from "./call-message.tsx";
import { CallRoom } from "./call-room.tsx";
import { type CallVisitOptions, useCallVisit } from "./use-call-visit.ts";
import { defaultVideoCallLabels, type VideoCallLabels } from "./video-call-labels.ts";

/** Props of `<VideoCall>`. A change of `backendUrl`, `roomId` or `token` is another call; the rest can change during one. */
export interface VideoCallProps extends CallVisitOptions {
  /** Which buttons, in order; default: microphone, camera, screen, leave. */
  controls?: readonly ControlName[];
  /** Where the sound goes: a deviceId of an audio output. */
  speakerId?: string;
  /** Default: as the device has it. */
  theme?: "light" | "dark";
  /** English where they are missing. */
  labels?: Partial<VideoCallLabels>;
  className?: string;
  style?: CSSProperties;
}

/**
 * A whole call in one component: joins with the token, shows everyone, and leaves when it goes. It fills its parent, so
 * give that a height. Without camera or microphone it listens. Import `@chamcall/react/styles.css` once.
 */
export function VideoCall(props: VideoCallProps) {
  const { labels: given, className, style, theme, controls, speakerId, ...visiting } = props;
  const labels = given === undefined ? defaultVideoCallLabels : { ...defaultVideoCallLabels, ...given };
  const { state, enter, leave } = useCallVisit(visiting);
  const name = className === undefined ? "cc-call" : `cc-call ${className}`;
  return (
    <div className={name} style={style} data-state={state.state} {...(theme && { "data-cc-theme": theme })}>
      {state.state === "joining" && <CallMessage icon={<LoaderCircle className="cc-spin" />} text={labels.joining} />}
      {state.state === "joined" && (
        <CallRoom call={state.call} labels={labels} controls={controls} speakerId={speakerId} onLeave={leave} />
      )}
      {state.state === "refused" && (
        <CallMessage
          icon={<TriangleAlert />}
          alert
          text={labels.refused(state.error)}
          action={state.again ? { text: labels.tryAgain, run: enter } : undefined}
        />
      )}
      {state.state === "over" && (
        <CallMessage
          icon={<PhoneOff />}
          text={state.error === undefined ? labels.over[state.reason] : labels.refused(state.error)}
          action={state.again ? { text: labels.joinAgain, run: enter } : undefined}
        />
      )}
    </div>
  );
}
