import type { ParticipantSnapshot } from "@chamcall/client";
import { MonitorUp } from "lucide-react";
import type { Labels } from "../text/labels.ts";
import { withDefaults } from "../text/with-defaults.ts";
import { TrackAudio } from "./track-audio.tsx";
import { TrackVideo } from "./track-video.tsx";

/** Someone's shared screen, whole and unmirrored, with its sound. */
export function ScreenVideo(props: {
  participant: ParticipantSnapshot;
  track: MediaStreamTrack;
  speakerId?: string | undefined;
  labels?: Partial<Labels> | undefined;
}) {
  const { participant, track, speakerId } = props;
  const title = withDefaults(props.labels).sharedScreen(participant.name);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      className="cc-tile cc-tile-screen"
      role="group"
      aria-label={title}
      data-testid="screen-tile"
      data-user-id={participant.userId}
    >
      <TrackVideo track={track} fit="contain" />
      {participant.screenAudio !== undefined && <TrackAudio track={participant.screenAudio} speakerId={speakerId} />}
      <div className="cc-tile-foot">
        <span className="cc-chip">
          <MonitorUp aria-hidden />
          <span className="cc-chip-name">{title}</span>
        </span>
      </div>
    </div>
  );
}
