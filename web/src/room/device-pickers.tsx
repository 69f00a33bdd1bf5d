import type { DeviceInfo, LocalMedia, MediaSnapshot } from "@chamcall/client";
import { Mic, Speaker, Video } from "lucide-react";
import { useTranslation } from "react-i18next";
import { preferences } from "../lib/preferences.ts";
import { useStored } from "../lib/use-stored.ts";
import { Select } from "../ui/select.tsx";

const canChooseSpeaker = typeof HTMLMediaElement !== "undefined" && "setSinkId" in HTMLMediaElement.prototype;

/** Which camera, microphone and speaker; remembered for the next call. */
export function DevicePickers({ media, snapshot }: { media: LocalMedia | undefined; snapshot: MediaSnapshot }) {
  const { t } = useTranslation();
  const [saved, save] = useStored(preferences);
  const { cameras, microphones, speakers } = snapshot.devices;
  const choose = (kind: "camera" | "microphone", deviceId: string) => {
    save({ ...saved, [kind === "camera" ? "cameraId" : "microphoneId"]: deviceId });
    void media?.switchDevice(kind, deviceId);
  };
  const options = (devices: readonly DeviceInfo[], kind: string) =>
    devices.length === 0
      ? [{ value: "", text: t("room.media.none") }]
      : devices.map(({ deviceId, label }, index) => ({
          value: deviceId,
          text: label || t("room.media.unnamed", { kind, number: index + 1 }),
        }));
  return (
    <div className="devices">
      <Select
        label={t("room.media.microphone")}
        icon={<Mic aria-hidden />}
        value={current(snapshot.microphone, microphones, saved.microphoneId)}
        options={options(microphones, t("room.media.microphone"))}
        disabled={microphones.length === 0}
        onChange={(id) => choose("microphone", id)}
      />
      <Select
        label={t("room.media.camera")}
        icon={<Video aria-hidden />}
        value={current(snapshot.camera, cameras, saved.cameraId)}
        options={options(cameras, t("room.media.camera"))}
        disabled={cameras.length === 0}
        onChange={(id) => choose("camera", id)}
      />
      {canChooseSpeaker && (
        <Select
          label={t("room.media.speaker")}
          icon={<Speaker aria-hidden />}
          value={speakers.some((device) => device.deviceId === saved.speakerId) ? (saved.speakerId ?? "") : ""}
          options={[
            { value: "", text: t("room.media.defaultSpeaker") },
            ...speakers
              .filter((device) => device.deviceId !== "" && device.deviceId !== "default")
              .map(({ deviceId, label }, index) => ({
                value: deviceId,
                text: label || t("room.media.unnamed", { kind: t("room.media.speaker"), number: index + 1 }),
              })),
          ]}
          onChange={(speakerId) => save({ ...saved, speakerId })}
        />
      )}
    </div>
  );
}

function current(source: MediaSnapshot["camera"], devices: readonly DeviceInfo[], saved: string | undefined): string {
  const used = source.state === "on" ? source.deviceId : undefined;
  if (used !== undefined) return used;
  return devices.find((device) => device.deviceId === saved)?.deviceId ?? devices[0]?.deviceId ?? "";
}
