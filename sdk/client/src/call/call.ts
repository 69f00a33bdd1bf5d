import type { LocalMedia } from "../media/local-media.ts";
import type { CallEvents } from "./call-events.ts";
import type { CallSnapshot } from "./call-snapshot.ts";

/** A call that this client is in. Requests reject with a `ChamCallError`; `getSnapshot` and `subscribe` are bound. */
export interface Call {
  readonly media: LocalMedia;
  /** Only when this join created the room: the app stores it, best in `JoinOptions.onOwnerKey`; it is not shown again. */
  readonly ownerKey?: string;
  /** The newest room token; joining with it after a reload takes the same seat. */
  readonly token: string;
  /** Immutable; the same reference until something changes. */
  getSnapshot(): CallSnapshot;
  subscribe(listener: () => void): () => void;
  /** Returns its unsubscribe. */
  on<E extends keyof CallEvents>(event: E, listener: (payload: CallEvents[E]) => void): () => void;
  setCameraEnabled(on: boolean): Promise<void>;
  setMicrophoneEnabled(on: boolean): Promise<void>;
  setScreenShareEnabled(on: boolean): Promise<void>;
  /** Like `media.switchDevice`; a failure is told as `localMediaFailed` too. */
  switchDevice(kind: "camera" | "microphone", deviceId: string): Promise<void>;
  /** Loudness 0..1 of anyone in the call, oneself included; poll it. */
  getAudioLevel(userId: string): number;
  /** Host only. */
  setRoomPassword(password: string, hint?: string): Promise<void>;
  /** Host only. */
  clearRoomPassword(): Promise<void>;
  /** Host only. */
  updateRoom(settings: { maxParticipants?: number; allowScreenShare?: boolean }): Promise<void>;
  /** Host only. */
  removeParticipant(userId: string): Promise<void>;
  /**
   * Immediate; also done when the page goes away, unless `keepSeat` is set. Ends a screen share; camera and microphone stop too
   * if the call opened them, while a LocalMedia that the app brought stays the app's.
   */
  leave(): Promise<void>;
}
