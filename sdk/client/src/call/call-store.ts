import { merge } from "../util/merge.ts";
import { Notifier } from "../util/notifier.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import type { ParticipantSnapshot } from "./participant-snapshot.ts";

/** Holds the snapshot of a call; whatever does not change keeps its reference. */
export class CallStore {
  readonly #notifier = new Notifier();
  #snapshot: CallSnapshot;

  constructor(snapshot: CallSnapshot) {
    this.#snapshot = snapshot;
  }

  get snapshot(): CallSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#notifier.subscribe(listener);
  }

  update(patch: Partial<CallSnapshot>): void {
    const next = merge(this.#snapshot, patch);
    if (next === this.#snapshot) return;
    this.#snapshot = next;
    this.#notifier.notify();
  }

  find(userId: string): ParticipantSnapshot | undefined {
    const { self, participants } = this.#snapshot;
    return self.userId === userId ? self : participants.find((participant) => participant.userId === userId);
  }

  add(participant: ParticipantSnapshot): void {
    this.update({ participants: [...this.#snapshot.participants, participant] });
  }

  remove(userId: string): void {
    const { participants, activeSpeakers } = this.#snapshot;
    this.update({
      participants: participants.filter((participant) => participant.userId !== userId),
      ...(activeSpeakers.includes(userId) && { activeSpeakers: activeSpeakers.filter((other) => other !== userId) }),
    });
  }

  /** Changes one participant, self included; returns them as they were and as they are. */
  patch(
    userId: string,
    patch: Partial<ParticipantSnapshot>,
  ): [before: ParticipantSnapshot, after: ParticipantSnapshot] | undefined {
    const before = this.find(userId);
    if (!before) return undefined;
    const after = merge(before, patch);
    if (after === before) return undefined;
    if (before.isSelf) this.update({ self: after });
    else this.update({ participants: this.#snapshot.participants.map((other) => (other === before ? after : other)) });
    return [before, after];
  }
}
