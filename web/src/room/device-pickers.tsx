import { ChamCallError, type DeviceInfo, type LocalMedia, type MediaSnapshot } from "@chamcall/client";
import { Mic, Speaker, Video } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toast } from "../lib/notices.ts";
import { preferences } from "../lib/preferences.ts";
import { useStored } from "../lib/use-stored.ts";
import { Select } from "../ui/select.tsx";

const canChooseSpeaker = typeof HTMLMediaElement !== "undefined" && "setSinkId" in HTMLMediaElement.prototype;

/** Which camera, microphone and speaker; remembered for the next call. */
export function DevicePickers({ media, snapshot }: { media: LocalMedia | undefined; snapshot: MediaSnapshot }) {
  const { t } = useTranslation();
  const [saved, save] = useStored(preferences);
  const { cameras, microphones, speakers } = snapshot.devices;
  const cameraOptions = options(cameras, t("room.media.camera"));
  const microphoneOptions = options(microphones, t("room.media.microphone"));
  const choose = async (kind: "camera" | "microphone", deviceId: string) => {
    try {
      await media?.switchDevice(kind, deviceId);
      // Opening can take a while, in which something else may have been saved.
      preferences.set({ ...preferences.get(), [kind === "camera" ? "cameraId" : "microphoneId"]: deviceId });
    } catch (error) {
      const offered = kind === "camera" ? cameraOptions : microphoneOptions;
      const device = offered.find(({ value }) => value === deviceId)?.text ?? t(`room.media.${kind}`);
      toast(pickText(error, device), { tone: "problem" });
    }
  };
  return (
    <div className="devices">
      <Select
        label={t("room.media.microphone")}
        icon={<Mic aria-hidden />}
        value={current(snapshot.microphone, microphones, saved.microphoneId)}
        options={microphoneOptions}
        disabled={microphones.length === 0}
        onChange={(id) => void choose("microphone", id)}
      />
      <Select
        label={t("room.media.camera")}
        icon={<Video aria-hidden />}
        value={current(snapshot.camera, cameras, saved.cameraId)}
        options={cameraOptions}
        disabled={cameras.length === 0}
        onChange={(id) => void choose("camera", id)}
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

  function options(devices: readonly DeviceInfo[], kind: string): { value: string; text: string }[] {
    if (devices.length === 0) return [{ value: "", text: t("room.media.none") }];
    return devices.map(({ deviceId, label }, index) => ({
      value: deviceId,
      text: label || t("room.media.unnamed", { kind, number: index + 1 }),
    }));
  }

  function pickText(error: unknown, device: string): string {
    switch (error instanceof ChamCallError ? error.reason : undefined) {
      case "permission-denied":
        return t("room.media.pick_permission_denied", { device });
      case "not-found":
        return t("room.media.pick_not_found", { device });
      case "in-use":
        return t("room.media.pick_in_use", { device });
      default:
        return t("room.media.pick_unsupported", { device });
    }
  }
}

function current(source: MediaSnapshot["camera"], devices: readonly DeviceInfo[], saved: string | undefined): string {
  const used = source.state === "on" ? source.deviceId : undefined;
  if (used !== undefined) return used;
  return devices.find((device) => device.deviceId === saved)?.deviceId ?? devices[0]?.deviceId ?? "";
}
