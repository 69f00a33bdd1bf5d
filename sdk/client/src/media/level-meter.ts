/** Measures how loud a track is; opens its audio graph only when somebody asks. */
export class LevelMeter {
  #context: AudioContext | undefined;
  #source: MediaStreamAudioSourceNode | undefined;
  #analyser: AnalyserNode | undefined;
  #samples = new Float32Array(0);
  #track: MediaStreamTrack | undefined;

  /** Root mean square of the last moments, 0..1; 0 without a track. */
  level(track: MediaStreamTrack | undefined): number {
    if (track !== this.#track) this.#follow(track);
    if (!this.#analyser || this.#context?.state !== "running") {
      // Suspended until the person has touched the page; nothing to report until then.
      void this.#context?.resume().catch(() => undefined);
      return 0;
    }
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    return Math.min(Math.sqrt(power), 1);
  }

  close(): void {
    this.#follow(undefined);
    void this.#context?.close();
    this.#context = undefined;
  }

  #follow(track: MediaStreamTrack | undefined): void {
    this.#source?.disconnect();
    this.#source = undefined;
    this.#analyser = undefined;
    this.#track = track;
    if (!track || typeof AudioContext !== "function") return;
    this.#context ??= new AudioContext();
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 1024;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#source.connect(this.#analyser);
  }
}
