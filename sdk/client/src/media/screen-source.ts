import { captureScreen } from "./capture.ts";
import type { SourceState } from "./media-snapshot.ts";

/** The shared screen with its sound. */
export class ScreenSource {
  readonly #changed: () => void;
  #state: SourceState = { state: "off" };
  #audio: MediaStreamTrack | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get state(): SourceState {
    return this.#state;
  }

  get video(): MediaStreamTrack | undefined {
    return this.#state.state === "on" ? this.#state.track : undefined;
  }

  get audio(): MediaStreamTrack | undefined {
    return this.#audio;
  }

  async setEnabled(on: boolean): Promise<void> {
    if (!on) return this.stop();
    if (this.#isBusy()) return;
    this.#change({ state: "starting" });
    const starting = this.#state;
    const captured = await captureScreen();
    const overtaken = this.#state !== starting;
    if (captured && "video" in captured) {
      const { video, audio } = captured;
      if (overtaken) {
        video.stop();
        audio?.stop();
        return;
      }
      video.onended = () => this.stop();
      this.#audio = audio;
      this.#change({ state: "on", track: video });
    } else if (!overtaken) {
      this.#change(captured ? { state: "unavailable", reason: captured.reason } : { state: "off" });
    }
  }

  stop(): void {
    if (this.#state.state === "off") return;
    if (this.#state.state === "on") {
      this.#state.track.onended = null;
      this.#state.track.stop();
    }
    this.#audio?.stop();
    this.#audio = undefined;
    this.#change({ state: "off" });
  }

  #isBusy(): boolean {
    return this.#state.state === "on" || this.#state.state === "starting";
  }

  #change(state: SourceState): void {
    this.#state = state;
    this.#changed();
  }
}
