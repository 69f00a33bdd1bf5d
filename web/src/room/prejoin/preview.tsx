import type { LocalMedia, MediaSnapshot } from "@chamcall/client";
import { Avatar, ControlButton, LevelMeter, TrackVideo } from "@chamcall/react";
import { Mic, MicOff, UserRound, Video, VideoOff } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useCallLabels } from "../../i18n/use-call-labels.ts";
import { preferences } from "../../lib/preferences.ts";
import { shortcutKey } from "../../lib/shortcut-key.ts";
import { useMediaText } from "../use-media-text.ts";
import { useShortcuts } from "../use-shortcuts.ts";

/** What others will see and hear, with both switches. */
export function Preview(props: { media: LocalMedia | undefined; snapshot: MediaSnapshot; name: string }) {
  const { media, snapshot, name } = props;
  const { camera, microphone } = snapshot;
  const { t } = useTranslation();
  const labels = useCallLabels();
  const mediaText = useMediaText();
  const cameraOn = camera.state === "on" || camera.state === "starting";
  const microphoneOn = microphone.state === "on" || microphone.state === "starting";
  const toggleCamera = () => {
    preferences.set({ ...preferences.get(), camera: !cameraOn });
    void media?.setCameraEnabled(!cameraOn);
  };
  const toggleMicrophone = () => {
    preferences.set({ ...preferences.get(), microphone: !microphoneOn });
    void media?.setMicrophoneEnabled(!microphoneOn);
  };
  useShortcuts({ microphone: toggleMicrophone, camera: toggleCamera });
  const getLevel = useCallback(() => media?.getMicrophoneLevel() ?? 0, [media]);
  const missing = [
    ...(camera.state === "unavailable" ? [mediaText("camera", camera.reason)] : []),
    ...(microphone.state === "unavailable" ? [mediaText("microphone", microphone.reason)] : []),
  ];
  return (
    <div>
      <section
        className="preview"
        aria-label={t("room.prejoin.preview")}
        data-testid="preview"
        data-camera={camera.state}
      >
        {camera.state === "on" ? (
          <TrackVideo track={camera.track} mirrored />
        ) : (
          <div className="preview-off">
            {camera.state === "starting" ? (
              <p>{t("room.prejoin.starting")}</p>
            ) : (
              <>
                {name.trim() === "" ? (
                  <span className="preview-nobody">
                    <UserRound aria-hidden />
                  </span>
                ) : (
                  <Avatar userId={name} name={name} />
                )}
                <p>{t("room.prejoin.cameraOff")}</p>
              </>
            )}
          </div>
        )}
        <div className="preview-meter" data-on={microphone.state === "on"} title={t("room.prejoin.meter")}>
          {microphone.state === "on" ? <Mic aria-hidden /> : <MicOff aria-hidden />}
          {microphone.state === "on" && <LevelMeter getLevel={getLevel} segments={9} />}
        </div>
        <div className="preview-controls">
          <ControlButton
            label={microphoneOn ? labels.turnMicrophoneOff : labels.turnMicrophoneOn}
            shortcut={`${shortcutKey} + D`}
            tone={microphoneOn ? "plain" : "off"}
            icon={microphoneOn ? <Mic /> : <MicOff />}
            onClick={toggleMicrophone}
          />
          <ControlButton
            label={cameraOn ? labels.turnCameraOff : labels.turnCameraOn}
            shortcut={`${shortcutKey} + E`}
            tone={cameraOn ? "plain" : "off"}
            icon={cameraOn ? <Video /> : <VideoOff />}
            onClick={toggleCamera}
          />
        </div>
      </section>
      {missing.length > 0 && (
        <div className="notice" data-tone="warm" role="status">
          {missing.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
    </div>
  );
}
