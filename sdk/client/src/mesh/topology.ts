import type { Participant } from "@chamcall/protocol";
import type { MediaConnection } from "../call/participant-snapshot.ts";
import type { LocalTracks } from "../peer/local-tracks.ts";
import type { RemoteTracks } from "../peer/remote-tracks.ts";
import type { Signal } from "../peer/signal.ts";
import type { LinkSample } from "../stats/link-sample.ts";

/** What decides about a media path to someone. */
export type Peer = Pick<Participant, "userId" | "joinedAt">;

/** What a topology tells the call. */
export interface TopologyHandlers {
  signal(to: string, signal: Signal): void;
  tracks(userId: string, tracks: RemoteTracks): void;
  connection(userId: string, connection: MediaConnection): void;
}

/**
 * How media gets to the others and back. The call knows participants and tracks only, so that a mesh and a
 * media server can stand in for each other.
 */
export interface Topology {
  /** Who this client is in the room; called again when it had to take a new seat. */
  setSelf(self: Peer): void;
  /** Begins to exchange media; `role` says who makes the first offer. */
  connect(peer: Peer, role: "offer" | "wait"): void;
  /** Someone whose media path was kept has taken a new seat, or this client has. */
  confirm(peer: Peer): void;
  disconnect(userId: string): void;
  receive(from: string, signal: Signal): void;
  setTracks(tracks: LocalTracks): void;
  setIceServers(iceServers: RTCIceServer[]): void;
  /** The way for signals is closed: begin nothing that needs an answer. */
  suspend(): void;
  /** The way for signals is open again: repair whatever isn't connected. */
  recover(): void;
  connection(userId: string): MediaConnection | undefined;
  sample(userId: string): Promise<LinkSample | undefined>;
  /** 0..1 */
  getAudioLevel(userId: string): number;
  close(): void;
}
