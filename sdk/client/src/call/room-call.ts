import type { Events, RoomInfo } from "@chamcall/protocol";
import { ChamCallError } from "../chamcall-error.ts";
import type { LocalMedia } from "../media/local-media.ts";
import { localTracksOf } from "../media/local-tracks-of.ts";
import type { Topology, TopologyHandlers } from "../mesh/topology.ts";
import { signalRequest } from "../peer/signal-request.ts";
import { CredentialsRenewal } from "../signaling/credentials-renewal.ts";
import type { Signaling } from "../signaling/signaling.ts";
import type { SeatEvent, SignalingEnd, SignalingHandlers } from "../signaling/signaling-handlers.ts";
import { watchNetwork } from "../signaling/watch-network.ts";
import { CallStats, type Measured } from "../stats/call-stats.ts";
import { Emitter } from "../util/emitter.ts";
import { sameItems } from "../util/same-items.ts";
import type { Call } from "./call.ts";
import type { CallEvents } from "./call-events.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import type { CallState } from "./call-state.ts";
import { CallStore } from "./call-store.ts";
import { LocalSide } from "./local-side.ts";
import { newParticipant } from "./new-participant.ts";
import type { ParticipantSnapshot } from "./participant-snapshot.ts";
import { Roster } from "./roster.ts";

interface RoomCallOptions {
  seat: Events["joined-room"];
  signaling: Signaling;
  media: LocalMedia;
  /** The call opened the devices itself and closes them. */
  ownsMedia: boolean;
  ownerKey?: string | undefined;
  /** Leaves when the page goes away. */
  leavesWithPage: boolean;
  createTopology: (handlers: TopologyHandlers) => Topology;
}

/** Wires signaling, media paths, local media and statistics together behind the public face of a call. */
export class RoomCall implements Call, SignalingHandlers {
  readonly media: LocalMedia;
  readonly ownerKey?: string;
  readonly #options: RoomCallOptions;
  readonly #signaling: Signaling;
  readonly #store: CallStore;
  readonly #emitter = new Emitter<CallEvents>();
  readonly #topology: Topology;
  readonly #roster: Roster;
  readonly #local: LocalSide;
  readonly #stats: CallStats;
  readonly #renewal: CredentialsRenewal;
  readonly #teardown: (() => void)[];

  constructor(options: RoomCallOptions) {
    const { seat, signaling, media, ownerKey } = options;
    this.#options = options;
    this.#signaling = signaling;
    this.media = media;
    if (ownerKey !== undefined) this.ownerKey = ownerKey;
    this.#store = new CallStore({
      state: { state: "connected" },
      roomId: seat.roomId,
      room: seat.room,
      self: newParticipant(seat.self, true),
      participants: [],
      activeSpeakers: [],
    });
    this.#topology = options.createTopology({
      signal: (to, signal) => signaling.send(signalRequest(to, signal)),
      tracks: (userId, tracks) => this.#roster.tracks(userId, tracks),
      connection: (userId, connection) => this.#roster.patch(userId, { connection }),
    });
    this.#roster = new Roster({
      store: this.#store,
      topology: this.#topology,
      emit: (event, payload) => this.#emitter.emit(event, payload),
      changed: () => this.#stats.update(),
    });
    this.#stats = new CallStats({
      everyone: () => this.#everyone().map(measured),
      level: (userId) => this.getAudioLevel(userId),
      sample: (userId) => this.#topology.sample(userId),
      quality: (userId, quality) => this.#roster.patch(userId, { quality }),
      speakers: (userIds) => this.#showSpeakers(userIds),
    });
    this.#renewal = new CredentialsRenewal({
      request: () => signaling.request("renew-credentials", {}),
      renewed: ({ token, iceServers }) => {
        signaling.renewToken(token);
        this.#topology.setIceServers(iceServers);
      },
    });
    this.#local = new LocalSide(media, {
      said: seat.self,
      patchSelf: (patch) => this.#roster.patch(this.#store.snapshot.self.userId, patch),
      tracks: () => this.#topology.setTracks(localTracksOf(media)),
      say: (state) => signaling.send({ name: "set-media", data: state }),
      failed: (source, reason) => this.#emitter.emit("localMediaFailed", { source, reason }),
    });
    const leave = () => void this.leave();
    if (options.leavesWithPage) addEventListener("pagehide", leave);
    this.#teardown = [
      () => removeEventListener("pagehide", leave),
      watchNetwork({ lost: () => signaling.networkLost(), back: () => signaling.retryNow() }),
    ];
    this.#renewal.start(seat.ttl);
    this.#roster.begin(seat.participants);
    // Later than whoever awaits joinRoom, so that they can listen.
    const announce = setTimeout(() => this.#emitter.emit("connected", undefined));
    this.#teardown.push(() => clearTimeout(announce));
  }

  get token(): string {
    return this.#signaling.token;
  }

  // Stores hand these two on without their object, so they are bound.
  readonly getSnapshot = (): CallSnapshot => this.#store.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  on<E extends keyof CallEvents>(event: E, listener: (payload: CallEvents[E]) => void): () => void {
    return this.#emitter.on(event, listener);
  }

  setCameraEnabled(on: boolean): Promise<void> {
    return this.media.setCameraEnabled(on);
  }

  setMicrophoneEnabled(on: boolean): Promise<void> {
    return this.media.setMicrophoneEnabled(on);
  }

  async setScreenShareEnabled(on: boolean): Promise<void> {
    if (on && !this.#mayShareScreen()) {
      throw new ChamCallError("FORBIDDEN", "The host has turned screen sharing off in this room.");
    }
    await this.media.setScreenShareEnabled(on);
  }

  switchDevice(kind: "camera" | "microphone", deviceId: string): Promise<void> {
    return this.#local.switchDevice(kind, deviceId);
  }

  getAudioLevel(userId: string): number {
    const participant = this.#store.find(userId);
    if (!participant?.audio) return 0;
    return participant.isSelf ? this.media.getMicrophoneLevel() : this.#topology.getAudioLevel(userId);
  }

  async setRoomPassword(password: string, hint?: string): Promise<void> {
    await this.#signaling.request("set-room-password", { password, ...(hint !== undefined && { hint }) });
  }

  async clearRoomPassword(): Promise<void> {
    await this.#signaling.request("clear-room-password", {});
  }

  async updateRoom(settings: { maxParticipants?: number; allowScreenShare?: boolean }): Promise<void> {
    await this.#signaling.request("update-room", settings);
  }

  async removeParticipant(userId: string): Promise<void> {
    await this.#signaling.request("remove-participant", { userId });
  }

  async leave(): Promise<void> {
    if (this.#isOver()) return;
    const heard = this.#signaling.leave();
    this.#finish({ state: "disconnected", reason: "left" });
    await heard;
  }

  joined(seat: Events["joined-room"]): void {
    this.#renewal.start(seat.ttl);
    this.#topology.setSelf(seat.self);
    this.#topology.setIceServers(seat.iceServers);
    const { name, role, joinedAt } = seat.self;
    this.#roster.patch(seat.self.userId, { name, role, joinedAt });
    this.#showRoom(seat.room);
    this.#roster.rejoin(seat.participants);
    this.#local.rejoined(seat.self);
    this.#reconnected();
  }

  resumed(): void {
    this.#topology.recover();
    this.#reconnected();
  }

  event(event: SeatEvent): void {
    switch (event.name) {
      case "user-joined":
        this.#roster.joined(event.data);
        break;
      case "user-left":
        this.#roster.left(event.data.userId, event.data.reason);
        break;
      case "webrtc-offer":
        this.#topology.receive(event.data.from, { kind: "offer", offer: event.data.offer });
        break;
      case "webrtc-answer":
        this.#topology.receive(event.data.from, { kind: "answer", answer: event.data.answer });
        break;
      case "ice-candidate":
        this.#topology.receive(event.data.from, { kind: "candidate", candidate: event.data.candidate });
        break;
      case "media-changed": {
        const { userId, audio, video, screen } = event.data;
        this.#roster.patch(userId, { audio, video, screen });
        break;
      }
      case "room-updated":
        this.#showRoom(event.data);
        break;
    }
  }

  reconnecting(attempt: number): void {
    const { state } = this.#store.snapshot;
    if (state.state === "reconnecting") {
      if (state.attempt !== attempt) this.#store.update({ state: { ...state, attempt } });
      return;
    }
    this.#topology.suspend();
    this.#store.update({ state: { state: "reconnecting", attempt, since: Date.now() } });
    this.#emitter.emit("reconnecting", undefined);
  }

  ended(end: SignalingEnd): void {
    this.#finish({ state: "disconnected", ...end });
  }

  #reconnected(): void {
    if (this.#store.snapshot.state.state !== "reconnecting") return;
    this.#store.update({ state: { state: "connected" } });
    this.#emitter.emit("reconnected", undefined);
  }

  #finish(state: CallState & { state: "disconnected" }): void {
    for (const undo of this.#teardown) undo();
    this.#renewal.stop();
    this.#stats.stop();
    this.#local.close();
    this.#roster.close();
    this.#topology.close();
    if (this.#options.ownsMedia) this.media.dispose();
    else void this.media.setScreenShareEnabled(false);
    this.#store.update({ state });
    const { reason, error } = state;
    this.#emitter.emit("disconnected", { reason, ...(error && { error }) });
  }

  #isOver(): boolean {
    return this.#store.snapshot.state.state === "disconnected";
  }

  #everyone() {
    const { self, participants } = this.#store.snapshot;
    return [self, ...participants];
  }

  #mayShareScreen(): boolean {
    const { room, self } = this.#store.snapshot;
    return room.settings.allowScreenShare || self.role === "host";
  }

  #showRoom(room: RoomInfo): void {
    this.#store.update({ room });
    this.#emitter.emit("roomUpdated", room);
    if (!this.#mayShareScreen()) void this.media.setScreenShareEnabled(false);
  }

  #showSpeakers(userIds: string[]): void {
    const before = this.#store.snapshot.activeSpeakers;
    if (sameItems(before, userIds)) return;
    this.#store.update({ activeSpeakers: userIds });
    for (const userId of new Set([...before, ...userIds])) {
      this.#store.patch(userId, { speaking: userIds.includes(userId) });
    }
    this.#emitter.emit("activeSpeakersChanged", userIds);
  }
}

function measured({ userId, isSelf, connection, audio, video, screen }: ParticipantSnapshot): Measured {
  return { userId, isSelf, sends: connection !== "connecting" && (audio || video || screen) };
}
