/** Why a camera, microphone or screen cannot be used. */
export type UnavailableReason = "permission-denied" | "not-found" | "in-use" | "unsupported";

/** One thing that can be captured. */
export type SourceState =
  /** Turned off by the person; the device is there. */
  | { readonly state: "off" }
  | { readonly state: "starting" }
  | { readonly state: "on"; readonly track: MediaStreamTrack; readonly deviceId?: string }
  | { readonly state: "unavailable"; readonly reason: UnavailableReason };

/** A device as the browser lists it; labels are empty until the person has allowed capture. */
export interface DeviceInfo {
  readonly deviceId: string;
  readonly label: string;
}

/** The devices of this machine by kind. */
export interface DeviceLists {
  readonly cameras: readonly DeviceInfo[];
  readonly microphones: readonly DeviceInfo[];
  readonly speakers: readonly DeviceInfo[];
}

/** What this client captures right now; the same object until something changes. */
export interface MediaSnapshot {
  readonly camera: SourceState;
  readonly microphone: SourceState;
  readonly screen: SourceState;
  /** Sound of the shared tab or screen, when the browser gives it. */
  readonly screenAudio?: MediaStreamTrack;
  readonly devices: DeviceLists;
}
