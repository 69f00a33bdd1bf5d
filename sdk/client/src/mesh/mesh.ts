import type { MediaConnection } from "../call/participant-snapshot.ts";
import { cameraEncoding } from "../peer/camera-encoding.ts";
import type { LocalTracks } from "../peer/local-tracks.ts";
import { PeerLink } from "../peer/peer-link.ts";
import type { Signal } from "../peer/signal.ts";
import type { LinkSample } from "../stats/link-sample.ts";
import type { Peer, Topology, TopologyHandlers } from "./topology.ts";
import { yieldsTo } from "./yields-to.ts";

interface Entry {
  peer: Peer;
  link: PeerLink;
}

interface MeshOptions {
  self: Peer;
  config: RTCConfiguration;
  tracks: LocalTracks;
}

/** Everyone sends to everyone: one link per other participant. */
export class Mesh implements Topology {
  readonly #handlers: TopologyHandlers;
  readonly #entries = new Map<string, Entry>();
  readonly #streams = { main: new MediaStream(), screen: new MediaStream() };
  #self: Peer;
  #config: RTCConfiguration;
  #tracks: LocalTracks;

  constructor({ self, config, tracks }: MeshOptions, handlers: TopologyHandlers) {
    this.#self = self;
    this.#config = { bundlePolicy: "max-bundle", ...config };
    this.#tracks = tracks;
    this.#handlers = handlers;
  }

  setSelf(self: Peer): void {
    this.#self = self;
    for (const { peer, link } of this.#entries.values()) link.setYieldsFirst(yieldsTo(self, peer));
  }

  connect(peer: Peer, role: "offer" | "wait"): void {
    const { userId } = peer;
    this.#entries.get(userId)?.link.close();
    const link = new PeerLink(
      {
        config: this.#config,
        yieldsFirst: yieldsTo(this.#self, peer),
        role,
        tracks: this.#tracks,
        streams: this.#streams,
      },
      {
        signal: (signal) => this.#handlers.signal(userId, signal),
        tracks: (tracks) => this.#handlers.tracks(userId, tracks),
        connection: (connection) => this.#handlers.connection(userId, connection),
      },
    );
    this.#entries.set(userId, { peer, link });
    this.#shareBudget();
  }

  confirm(peer: Peer): void {
    const entry = this.#entries.get(peer.userId);
    if (!entry) {
      this.connect(peer, "wait");
      return;
    }
    entry.peer = peer;
    entry.link.setYieldsFirst(yieldsTo(this.#self, peer));
    entry.link.recover(false);
  }

  disconnect(userId: string): void {
    this.#entries.get(userId)?.link.close();
    if (this.#entries.delete(userId)) this.#shareBudget();
  }

  receive(from: string, signal: Signal): void {
    const entry = this.#entries.get(from);
    if (!entry) return;
    if (entry.link.isOutdatedBy(signal)) {
      if (entry.link.connection !== "connecting") this.#handlers.connection(from, "reconnecting");
      this.connect(entry.peer, signal.kind === "offer" ? "wait" : "offer");
      if (signal.kind === "answer") return;
    }
    // A signal that makes no sense changes nothing; the path repairs itself or shows as failed.
    this.#entries
      .get(from)
      ?.link.receive(signal)
      .catch(() => undefined);
  }

  setTracks(tracks: LocalTracks): void {
    this.#tracks = tracks;
    for (const { link } of this.#entries.values()) link.setTracks(tracks);
  }

  setIceServers(iceServers: RTCIceServer[]): void {
    this.#config = { ...this.#config, iceServers };
    for (const { link } of this.#entries.values()) link.setConfiguration(this.#config);
  }

  suspend(): void {
    for (const { link } of this.#entries.values()) link.suspend();
  }

  recover(): void {
    for (const { link } of this.#entries.values()) link.recover(true);
  }

  connection(userId: string): MediaConnection | undefined {
    return this.#entries.get(userId)?.link.connection;
  }

  async sample(userId: string): Promise<LinkSample | undefined> {
    return this.#entries.get(userId)?.link.sample();
  }

  getAudioLevel(userId: string): number {
    return this.#entries.get(userId)?.link.getAudioLevel() ?? 0;
  }

  close(): void {
    for (const { link } of this.#entries.values()) link.close();
    this.#entries.clear();
  }

  #shareBudget(): void {
    const encoding = cameraEncoding(this.#entries.size);
    for (const { link } of this.#entries.values()) link.setCameraEncoding(encoding);
  }
}
