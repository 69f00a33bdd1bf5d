import type { MediaSnapshot } from "./media-snapshot.ts";

/**
 * Camera, microphone and screen of this client; works before joining (preview) and in a call.
 * `getSnapshot` and `subscribe` are bound.
 */
export interface LocalMedia {
  /** The first capture attempt is over; never rejects, the snapshot says how it went. */
  readonly ready: Promise<void>;
  /** Immutable; the same reference until something changes. */
  getSnapshot(): MediaSnapshot;
  subscribe(listener: () => void): () => void;
  /** Off stops the track, so that the camera's light goes out; on captures anew. */
  setCameraEnabled(on: boolean): Promise<void>;
  /** Off keeps the device and sends silence, so that unmuting is instant. */
  setMicrophoneEnabled(on: boolean): Promise<void>;
  /** Asks the browser which screen; ends by itself when the browser's own "stop sharing" is pressed. */
  setScreenShareEnabled(on: boolean): Promise<void>;
  /**
   * Uses another device: at once if that source is on, or unavailable, which turns it on; otherwise when it is turned on.
   * Rejects with DEVICE_UNAVAILABLE (`reason`) when it can't be opened; a device that was on stays on.
   */
  switchDevice(kind: "camera" | "microphone", deviceId: string): Promise<void>;
  /** Loudness of the own microphone, 0..1; poll it, for example in requestAnimationFrame. */
  getMicrophoneLevel(): number;
  /** Stops every track. */
  dispose(): void;
}
