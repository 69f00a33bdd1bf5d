import type { Role } from "@chamcall/protocol";
import type { ConnectionQuality } from "../stats/connection-quality.ts";

/** State of the media path to a participant. */
export type MediaConnection = "connecting" | "connected" | "reconnecting" | "failed";

/** One person in the call; the same object until something about them changes. */
export interface ParticipantSnapshot {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  /** ISO 8601 UTC. */
  readonly joinedAt: string;
  readonly isSelf: boolean;
  /** What they say they send. */
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
  readonly microphone?: MediaStreamTrack;
  readonly camera?: MediaStreamTrack;
  readonly screenVideo?: MediaStreamTrack;
  readonly screenAudio?: MediaStreamTrack;
  readonly speaking: boolean;
  readonly quality: ConnectionQuality;
  /** For the own participant always "connected". */
  readonly connection: MediaConnection;
}
