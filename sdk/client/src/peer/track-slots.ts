import type { TrackSource } from "../media/track-source.ts";
import type { LocalTracks } from "./local-tracks.ts";
import type { RemoteTracks } from "./remote-tracks.ts";

type MainSource = "microphone" | "camera";
const mainSources = ["microphone", "camera"] as const satisfies readonly MainSource[];
const extraSources = ["screenAudio", "screen"] as const satisfies readonly TrackSource[];
const kinds = { microphone: "audio", camera: "video", screenAudio: "audio", screen: "video" } as const;

interface Streams {
  /** Camera and microphone belong together, for lip sync and for clients that show a stream as a whole. */
  main: MediaStream;
  screen: MediaStream;
}

/**
 * Which transceiver carries what. The first audio and the first video are microphone and camera, both ways;
 * whatever comes further is a shared screen, one way, added when it is first shared. After that everything is
 * `replaceTrack`, so that nothing anyone turns on or off needs a negotiation.
 */
export class TrackSlots {
  readonly #pc: RTCPeerConnection;
  readonly #streams: Streams;
  readonly #slots = new Map<TrackSource, RTCRtpTransceiver>();
  #tracks: LocalTracks;
  #open = false;

  constructor(pc: RTCPeerConnection, streams: Streams, tracks: LocalTracks) {
    this.#pc = pc;
    this.#streams = streams;
    this.#tracks = tracks;
  }

  /** Called by the side that offers: makes the places. */
  open(): void {
    this.#open = true;
    for (const source of mainSources) this.#add(source);
    this.#addExtras();
  }

  /** Called by the side that answers, when the offer is set: takes over the places that it made. */
  adopt(): void {
    this.#open = true;
    for (const source of mainSources) {
      if (this.#slots.has(source)) continue;
      const offered = this.#firstOffered(kinds[source]);
      if (offered) {
        this.#slots.set(source, offered);
        offered.direction = "sendrecv";
        offered.sender.setStreams(this.#streams.main);
        this.#fill(source);
      } else if (this.#tracks[source]) {
        this.#add(source);
      }
    }
    this.#addExtras();
  }

  setTracks(tracks: LocalTracks): void {
    this.#tracks = tracks;
    if (!this.#open) return;
    for (const source of this.#slots.keys()) this.#fill(source);
    for (const source of mainSources) if (tracks[source] && !this.#slots.has(source)) this.#add(source);
    this.#addExtras();
  }

  /** The receiver that the microphone of the other side arrives at. */
  get microphoneReceiver(): RTCRtpReceiver | undefined {
    return this.#slots.get("microphone")?.receiver;
  }

  /** The sender of the own camera, once there is a place for it. */
  get cameraSender(): RTCRtpSender | undefined {
    return this.#slots.get("camera")?.sender;
  }

  remote(): RemoteTracks {
    const own = extraSources.map((source) => this.#slots.get(source));
    const receiving = this.#pc.getTransceivers().filter((each) => isReceiving(each) && !own.includes(each));
    const audio = receiving.filter(({ receiver }) => receiver.track.kind === "audio");
    const video = receiving.filter(({ receiver }) => receiver.track.kind === "video");
    const [microphone, ...furtherAudio] = audio.map(({ receiver }) => receiver.track);
    const [camera, ...furtherVideo] = video.map(({ receiver }) => receiver.track);
    return { microphone, camera, screenVideo: liveliest(furtherVideo), screenAudio: liveliest(furtherAudio) };
  }

  #addExtras(): void {
    for (const source of extraSources) if (this.#tracks[source] && !this.#slots.has(source)) this.#add(source);
  }

  #add(source: TrackSource): void {
    const isScreen = source === "screen" || source === "screenAudio";
    this.#slots.set(
      source,
      this.#pc.addTransceiver(this.#tracks[source] ?? kinds[source], {
        direction: isScreen ? "sendonly" : "sendrecv",
        streams: [isScreen ? this.#streams.screen : this.#streams.main],
      }),
    );
  }

  #fill(source: TrackSource): void {
    const sender = this.#slots.get(source)?.sender;
    const track = this.#tracks[source] ?? null;
    if (!sender || sender.track === track) return;
    // Refused only when the other side has rejected or stopped this place: then they don't want it.
    sender.replaceTrack(track).catch(() => undefined);
  }

  #firstOffered(kind: string): RTCRtpTransceiver | undefined {
    const taken = new Set(this.#slots.values());
    return this.#pc
      .getTransceivers()
      .find(
        (transceiver) =>
          transceiver.mid !== null &&
          transceiver.direction !== "stopped" &&
          transceiver.receiver.track.kind === kind &&
          !taken.has(transceiver),
      );
  }
}

function isReceiving({ currentDirection }: RTCRtpTransceiver): boolean {
  return currentDirection === "sendrecv" || currentDirection === "recvonly";
}

function liveliest(tracks: MediaStreamTrack[]): MediaStreamTrack | undefined {
  return tracks.find((track) => !track.muted) ?? tracks.at(-1);
}
