import type { MediaState } from "@chamcall/protocol";
import { ChamCallError } from "../chamcall-error.ts";
import type { LocalMedia } from "../media/local-media.ts";
import type { MediaSnapshot, UnavailableReason } from "../media/media-snapshot.ts";
import { trackOf } from "../media/track-of.ts";
import { localMediaState } from "./local-media-state.ts";
import type { ParticipantSnapshot } from "./participant-snapshot.ts";

interface LocalSideOptions {
  /** What the server has been told so far. */
  said: MediaState;
  patchSelf: (patch: Partial<ParticipantSnapshot>) => void;
  /** The tracks to send may be others now. */
  tracks: () => void;
  /** Tells the others. */
  say: (state: MediaState) => void;
  failed: (source: "camera" | "microphone" | "screen", reason: UnavailableReason) => void;
}

const sources = ["camera", "microphone", "screen"] as const;

/** Carries what happens to the own camera, microphone and screen into the call. */
export class LocalSide {
  readonly #media: LocalMedia;
  readonly #options: LocalSideOptions;
  readonly #unsubscribe: () => void;
  #said: MediaState;
  #before: MediaSnapshot;

  constructor(media: LocalMedia, options: LocalSideOptions) {
    this.#media = media;
    this.#options = options;
    this.#said = options.said;
    this.#before = media.getSnapshot();
    this.#unsubscribe = media.subscribe(() => this.#changed());
    // What changed while the seat was being taken.
    this.#changed();
  }

  /** A fresh seat knows only what the handshake said. */
  rejoined(said: MediaState): void {
    this.#said = said;
    this.#changed();
  }

  async switchDevice(kind: "camera" | "microphone", deviceId: string): Promise<void> {
    try {
      await this.#media.switchDevice(kind, deviceId);
    } catch (error) {
      // A source that has become unavailable tells it by its state.
      const isHeard = this.#media.getSnapshot()[kind].state === "unavailable";
      if (!isHeard && error instanceof ChamCallError && error.reason) this.#options.failed(kind, error.reason);
      throw error;
    }
  }

  close(): void {
    this.#unsubscribe();
  }

  #changed(): void {
    const snapshot = this.#media.getSnapshot();
    const before = this.#before;
    this.#before = snapshot;
    const state = localMediaState(snapshot);
    this.#options.patchSelf({
      ...state,
      microphone: trackOf(snapshot.microphone),
      camera: trackOf(snapshot.camera),
      screenVideo: trackOf(snapshot.screen),
      screenAudio: snapshot.screenAudio,
    });
    this.#options.tracks();
    if (!same(state, this.#said)) {
      this.#said = state;
      this.#options.say(state);
    }
    for (const source of sources) {
      const now = snapshot[source];
      if (now.state === "unavailable" && before[source].state !== "unavailable")
        this.#options.failed(source, now.reason);
    }
  }
}

function same(a: MediaState, b: MediaState): boolean {
  return a.audio === b.audio && a.video === b.video && a.screen === b.screen;
}
