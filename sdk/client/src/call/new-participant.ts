import type { Participant } from "@chamcall/protocol";
import type { ParticipantSnapshot } from "./participant-snapshot.ts";

/** A participant of whom nothing has arrived yet. */
export function newParticipant(participant: Participant, isSelf: boolean): ParticipantSnapshot {
  const { userId, name, role, joinedAt, audio, video, screen } = participant;
  return {
    userId,
    name,
    role,
    joinedAt,
    isSelf,
    audio,
    video,
    screen,
    speaking: false,
    quality: "good",
    connection: isSelf ? "connected" : "connecting",
  };
}
