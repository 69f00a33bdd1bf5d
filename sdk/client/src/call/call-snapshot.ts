import type { RoomInfo } from "@chamcall/protocol";
import type { CallState } from "./call-state.ts";
import type { ParticipantSnapshot } from "./participant-snapshot.ts";

/** Everything an interface needs to draw a call; immutable, the same reference until something changes. */
export interface CallSnapshot {
  readonly state: CallState;
  readonly roomId: string;
  readonly room: RoomInfo;
  readonly self: ParticipantSnapshot;
  /** The others, in the order they came. */
  readonly participants: readonly ParticipantSnapshot[];
  /** userIds, loudest first. */
  readonly activeSpeakers: readonly string[];
}
