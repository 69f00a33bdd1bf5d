import type { ParticipantSnapshot } from "@chamcall/client";
import { LoaderCircle, MicOff } from "lucide-react";
import type { CSSProperties } from "react";
import { avatarHue } from "../text/avatar-hue.ts";
import type { Labels } from "../text/labels.ts";
import { withDefaults } from "../text/with-defaults.ts";
import { Avatar } from "./avatar.tsx";
import { QualityBars } from "./quality-bars.tsx";
import { SpeakingBars } from "./speaking-bars.tsx";
import { TrackAudio } from "./track-audio.tsx";
import { TrackVideo } from "./track-video.tsx";

export interface ParticipantVideoProps {
  participant: ParticipantSnapshot;
  /** Where their sound goes: a deviceId of `devices.speakers`. */
  speakerId?: string | undefined;
  labels?: Partial<Labels> | undefined;
}

/** One person: picture or avatar, name, what is off, who speaks, how well it comes through. Plays their sound. */
export function ParticipantVideo({ participant, speakerId, labels: given }: ParticipantVideoProps) {
  const labels = withDefaults(given);
  const { userId, isSelf, audio, video, camera, microphone, connection, quality } = participant;
  const name = isSelf ? labels.you : participant.name;
  const speaking = participant.speaking && audio;
  const description = [
    name,
    ...(audio ? [] : [labels.microphoneOff]),
    ...(video ? [] : [labels.cameraOff]),
    ...(speaking ? [labels.speaking] : []),
  ].join(", ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      className="cc-tile"
      role="group"
      aria-label={description}
      style={{ "--cc-hue": avatarHue(userId) } as CSSProperties}
      data-testid="tile"
      data-user-id={userId}
      data-self={isSelf}
      data-camera={video ? "on" : "off"}
      data-mic={audio ? "on" : "off"}
      data-speaking={speaking}
      data-connection={connection}
    >
      {video && camera !== undefined ? (
        <TrackVideo track={camera} mirrored={isSelf} />
      ) : (
        <Avatar userId={userId} name={participant.name} />
      )}
      {!isSelf && microphone !== undefined && <TrackAudio track={microphone} speakerId={speakerId} />}
      {connection !== "connected" && (
        <div className="cc-tile-overlay">
          {connection !== "failed" && <LoaderCircle className="cc-spin" aria-hidden />}
          <span>{overlayText(connection, participant.name, labels)}</span>
        </div>
      )}
      <div className="cc-tile-foot">
        <span className="cc-chip">
          {!audio && <MicOff className="cc-chip-off" aria-hidden />}
          {speaking && <SpeakingBars />}
          <span className="cc-chip-name">{name}</span>
        </span>
        {quality !== "good" && connection === "connected" && (
          <span className="cc-chip cc-chip-icon">
            <QualityBars quality={quality} labels={labels} />
          </span>
        )}
      </div>
    </div>
  );
}

function overlayText(connection: "connecting" | "reconnecting" | "failed", name: string, labels: Labels): string {
  switch (connection) {
    case "connecting":
      return labels.connecting;
    case "reconnecting":
      return labels.reconnecting;
    case "failed":
      return labels.unreachable(name);
  }
}
