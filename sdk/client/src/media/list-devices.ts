import type { DeviceInfo, DeviceLists } from "./media-snapshot.ts";

/** Nothing known yet. */
export const noDevices: DeviceLists = { cameras: [], microphones: [], speakers: [] };

/** The devices that the browser shows; before permission it hides their ids, and those are left out. */
export async function listDevices(): Promise<DeviceLists> {
  const devices = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
  const ofKind = (kind: MediaDeviceKind): DeviceInfo[] =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== "")
      .map(({ deviceId, label }) => ({ deviceId, label }));
  return { cameras: ofKind("videoinput"), microphones: ofKind("audioinput"), speakers: ofKind("audiooutput") };
}
