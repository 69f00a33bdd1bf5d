import type { LeaveReason, Participant } from "@chamcall/protocol";
import type { Topology } from "../mesh/topology.ts";
import type { RemoteTracks } from "../peer/remote-tracks.ts";
import type { CallEvents } from "./call-events.ts";
import type { CallStore } from "./call-store.ts";
import { matchRoster } from "./match-roster.ts";
import { newParticipant } from "./new-participant.ts";
import { type CallEvent, participantEvents } from "./participant-events.ts";
import type { ParticipantSnapshot } from "./participant-snapshot.ts";
import { shownTracks } from "./shown-tracks.ts";

interface RosterOptions {
  store: CallStore;
  topology: Topology;
  emit: (...event: CallEvent) => void;
  /** Somebody came or went. */
  changed: () => void;
}

interface Known {
  userId: string;
  instanceId: string;
  tracks: RemoteTracks;
  /** Whether they have ever said that they share a screen; clients that don't speak of it never do. */
  hasSharedScreen: boolean;
  /** Runs while they may be on their way back. */
  returning?: ReturnType<typeof setTimeout> | undefined;
}

/** How long someone's media may go on without the server knowing them (it has restarted, say). */
const returnMs = 10_000;
/** A reloaded page comes right after the leave of its former self. */
const reloadMs = 2000;

/** Who else is in the call: keeps participants, their media paths and the store in step. */
export class Roster {
  readonly #options: RosterOptions;
  readonly #known = new Map<string, Known>();

  constructor(options: RosterOptions) {
    this.#options = options;
  }

  /** Those found on taking the first seat. They offer. */
  begin(present: readonly Participant[]): void {
    for (const participant of present) this.#meet(participant, "wait");
    this.#options.changed();
  }

  /** Those found on taking another seat, after the first was lost. */
  rejoin(present: readonly Participant[]): void {
    const { kept, replaced, added, missing } = matchRoster([...this.#known.values()], present);
    for (const participant of [...kept, ...replaced]) this.#return(participant, "wait");
    for (const participant of added) this.#arrive(participant, "wait");
    for (const userId of missing) {
      if (this.#options.topology.connection(userId) === "connected") this.#await(userId, returnMs, "disconnected");
      else this.#forget(userId, "disconnected");
    }
    this.#options.changed();
  }

  joined(participant: Participant): void {
    if (this.#known.has(participant.userId)) this.#return(participant, "offer");
    else this.#arrive(participant, "offer");
    this.#options.changed();
  }

  left(userId: string, reason: LeaveReason): void {
    if (reason === "replaced") this.#await(userId, reloadMs, reason);
    else this.#forget(userId, reason);
    this.#options.changed();
  }

  patch(userId: string, patch: Partial<ParticipantSnapshot>): void {
    const known = this.#known.get(userId);
    if (known && patch.screen) known.hasSharedScreen = true;
    const change = this.#options.store.patch(userId, patch);
    if (!change) return;
    for (const event of participantEvents(...change)) this.#options.emit(...event);
    if (known && patch.screen !== undefined) this.#showTracks(known);
  }

  tracks(userId: string, tracks: RemoteTracks): void {
    const known = this.#known.get(userId);
    if (!known) return;
    known.tracks = tracks;
    this.#showTracks(known);
  }

  close(): void {
    for (const { returning } of this.#known.values()) clearTimeout(returning);
    this.#known.clear();
  }

  #meet(participant: Participant, role: "offer" | "wait"): ParticipantSnapshot {
    const { userId, instanceId, screen } = participant;
    const snapshot = newParticipant(participant, false);
    this.#known.set(userId, { userId, instanceId, tracks: {}, hasSharedScreen: screen });
    this.#options.store.add(snapshot);
    this.#options.topology.connect(participant, role);
    return snapshot;
  }

  #arrive(participant: Participant, role: "offer" | "wait"): void {
    const snapshot = this.#meet(participant, role);
    this.#options.emit("participantConnected", snapshot);
  }

  /** Someone known took a new seat, on the same page (then media has never stopped) or on another. */
  #return(participant: Participant, role: "offer" | "wait"): void {
    const { userId, instanceId, name, audio, video, screen, joinedAt } = participant;
    const known = this.#known.get(userId);
    if (!known) return;
    clearTimeout(known.returning);
    known.returning = undefined;
    if (known.instanceId === instanceId) {
      this.#options.topology.confirm(participant);
    } else {
      known.instanceId = instanceId;
      known.hasSharedScreen = screen;
      this.tracks(userId, {});
      this.patch(userId, { connection: "connecting" });
      this.#options.topology.connect(participant, role);
    }
    this.patch(userId, { name, role: participant.role, audio, video, screen, joinedAt });
  }

  #await(userId: string, ms: number, reason: LeaveReason): void {
    const known = this.#known.get(userId);
    if (!known) return;
    clearTimeout(known.returning);
    known.returning = setTimeout(() => {
      this.#forget(userId, reason);
      this.#options.changed();
    }, ms);
  }

  #forget(userId: string, reason: LeaveReason): void {
    const known = this.#known.get(userId);
    const participant = this.#options.store.find(userId);
    if (!known || !participant) return;
    clearTimeout(known.returning);
    this.#known.delete(userId);
    this.#options.topology.disconnect(userId);
    this.#options.store.remove(userId);
    for (const event of participantEvents(participant, undefined)) this.#options.emit(...event);
    const gone: CallEvents["participantDisconnected"] = { userId, name: participant.name, reason };
    this.#options.emit("participantDisconnected", gone);
  }

  #showTracks({ userId, tracks, hasSharedScreen }: Known): void {
    const screen = this.#options.store.find(userId)?.screen ?? false;
    this.patch(userId, shownTracks(tracks, { screen, hasSharedScreen }));
  }
}
