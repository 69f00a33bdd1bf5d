import type { MediaConnection } from "../call/participant-snapshot.ts";
import type { LinkSample } from "../stats/link-sample.ts";
import { readSample } from "../stats/read-sample.ts";
import { applyEncoding, type CameraEncoding } from "./camera-encoding.ts";
import { IceRecovery } from "./ice-recovery.ts";
import type { LocalTracks } from "./local-tracks.ts";
import { mediaConnection } from "./media-connection.ts";
import { Negotiator } from "./negotiator.ts";
import type { RemoteTracks } from "./remote-tracks.ts";
import type { Signal } from "./signal.ts";
import { TrackSlots } from "./track-slots.ts";

interface PeerLinkOptions {
  config: RTCConfiguration;
  /** Whether this side gives way when both make the first offer at once. */
  yieldsFirst: boolean;
  /** Who makes the first offer. The one who waits offers too when nothing has come for a while. */
  role: "offer" | "wait";
  tracks: LocalTracks;
  streams: { main: MediaStream; screen: MediaStream };
}

interface PeerLinkHandlers {
  signal(signal: Signal): void;
  tracks(tracks: RemoteTracks): void;
  connection(connection: MediaConnection): void;
}

const patienceMs = 3000;

/** The media path to one other participant. */
export class PeerLink {
  readonly #pc: RTCPeerConnection;
  readonly #handlers: PeerLinkHandlers;
  readonly #slots: TrackSlots;
  readonly #negotiator: Negotiator;
  readonly #recovery: IceRecovery;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #connection: MediaConnection = "connecting";
  #encoding: CameraEncoding | undefined;

  constructor({ config, yieldsFirst, role, tracks, streams }: PeerLinkOptions, handlers: PeerLinkHandlers) {
    const pc = new RTCPeerConnection(config);
    this.#pc = pc;
    this.#handlers = handlers;
    this.#slots = new TrackSlots(pc, streams, tracks);
    this.#negotiator = new Negotiator(pc, {
      yieldsFirst,
      send: (signal) => handlers.signal(signal),
      prepareAnswer: () => this.#slots.adopt(),
    });
    this.#recovery = new IceRecovery(pc, { bytesReceived: async () => (await this.sample()).bytesReceived });
    pc.onconnectionstatechange = () => this.#connectionChanged();
    pc.onsignalingstatechange = () => this.#negotiated();
    pc.ontrack = ({ track }) => {
      track.onmute = track.onunmute = () => this.#tracksChanged();
    };
    if (role === "offer") this.#slots.open();
    else this.#patience = setTimeout(() => this.#slots.open(), patienceMs);
  }

  get connection(): MediaConnection {
    return this.#connection;
  }

  /** Whether only a fresh link can take this signal: the other side has started anew, or started first. */
  isOutdatedBy(signal: Signal): boolean {
    return this.#negotiator.isForeign(signal) || this.#negotiator.losesFirstOffer(signal);
  }

  receive(signal: Signal): Promise<void> {
    if (signal.kind === "offer") clearTimeout(this.#patience);
    return this.#negotiator.receive(signal);
  }

  setYieldsFirst(yieldsFirst: boolean): void {
    this.#negotiator.yieldsFirst = yieldsFirst;
  }

  setTracks(tracks: LocalTracks): void {
    this.#slots.setTracks(tracks);
  }

  /** How much the own camera may cost; takes effect as soon as there is a place for it. */
  setCameraEncoding(encoding: CameraEncoding): void {
    this.#encoding = encoding;
    if (this.#pc.signalingState === "stable") this.#applyEncoding();
  }

  setConfiguration(config: RTCConfiguration): void {
    this.#pc.setConfiguration(config);
  }

  /** The way for signals is closed. */
  suspend(): void {
    this.#recovery.suspend();
  }

  /** The way for signals is open again; `sameSeat` tells whether those sent meanwhile still arrive. */
  recover(sameSeat: boolean): void {
    this.#recovery.resume();
    if (!sameSeat && this.#negotiator.resend()) return;
    this.#recovery.restart();
  }

  async sample(): Promise<LinkSample> {
    return readSample((await this.#pc.getStats()) as unknown as Map<string, Record<string, unknown>>);
  }

  /** 0..1, of what arrived last. */
  getAudioLevel(): number {
    return this.#slots.microphoneReceiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  }

  close(): void {
    clearTimeout(this.#patience);
    this.#recovery.stop();
    this.#pc.onnegotiationneeded = null;
    this.#pc.onicecandidate = null;
    this.#pc.onconnectionstatechange = null;
    this.#pc.onsignalingstatechange = null;
    this.#pc.ontrack = null;
    for (const { receiver } of this.#pc.getTransceivers()) receiver.track.onmute = receiver.track.onunmute = null;
    this.#pc.close();
  }

  #connectionChanged(): void {
    this.#connection = mediaConnection(this.#pc.connectionState, this.#connection);
    this.#handlers.connection(this.#connection);
  }

  #negotiated(): void {
    if (this.#pc.signalingState !== "stable") return;
    this.#tracksChanged();
    this.#applyEncoding();
  }

  #tracksChanged(): void {
    this.#handlers.tracks(this.#slots.remote());
  }

  #applyEncoding(): void {
    const sender = this.#slots.cameraSender;
    if (sender && this.#encoding) void applyEncoding(sender, this.#encoding);
  }
}
