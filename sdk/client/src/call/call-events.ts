import type { LeaveReason, RoomInfo } from "@chamcall/protocol";
import type { ChamCallError } from "../chamcall-error.ts";
import type { UnavailableReason } from "../media/media-snapshot.ts";
import type { TrackSource } from "../media/track-source.ts";
import type { ConnectionQuality } from "../stats/connection-quality.ts";
import type { DisconnectReason } from "./call-state.ts";
import type { ParticipantSnapshot } from "./participant-snapshot.ts";

interface TrackEvent {
  userId: string;
  source: TrackSource;
  track: MediaStreamTrack;
}

interface MuteEvent {
  userId: string;
  source: "camera" | "microphone" | "screen";
}

/** What happens in a call, by name → payload. */
export interface CallEvents {
  connected: void;
  reconnecting: void;
  reconnected: void;
  disconnected: { reason: DisconnectReason; error?: ChamCallError };
  participantConnected: ParticipantSnapshot;
  participantDisconnected: { userId: string; name: string; reason: LeaveReason };
  trackSubscribed: TrackEvent;
  trackUnsubscribed: TrackEvent;
  trackMuted: MuteEvent;
  trackUnmuted: MuteEvent;
  activeSpeakersChanged: readonly string[];
  connectionQualityChanged: { userId: string; quality: ConnectionQuality };
  roomUpdated: RoomInfo;
  localMediaFailed: { source: "camera" | "microphone" | "screen"; reason: UnavailableReason };
}
