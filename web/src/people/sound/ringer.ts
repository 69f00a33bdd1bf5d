import { type Ring, ringSamples } from "./ring-samples.ts";

/** The page's bell. Browsers let it sound only after the person has touched the page. */
export interface Ringer {
  /** Rings until the returned function is called; from the first touch on where there was none yet. */
  ring(ring: Ring): () => void;
  /** Stops listening for touches and gives the sound device back. */
  dispose(): void;
}

const fadeSeconds = 0.06;
const gestures = ["pointerdown", "keydown"] as const;

/** Makes one; the audio device is opened with the first touch. */
export function createRinger(): Ringer {
  let context: AudioContext | undefined;
  let ringing: { ring: Ring; stop?: () => void } | undefined;
  const buffers = new Map<Ring, AudioBuffer>();

  const prime = () => {
    context ??= new AudioContext();
    // Refused until a touch that counts: the next one tries again.
    context.resume().then(start, () => {});
  };
  const start = () => {
    if (context?.state !== "running") return;
    for (const gesture of gestures) removeEventListener(gesture, prime, { capture: true });
    if (ringing) ringing.stop ??= play(context, ringing.ring);
  };
  const play = (audio: AudioContext, ring: Ring) => {
    const source = new AudioBufferSourceNode(audio, { buffer: bufferOf(audio, ring), loop: true });
    const volume = new GainNode(audio);
    source.connect(volume).connect(audio.destination);
    source.start();
    return () => {
      volume.gain.setTargetAtTime(0, audio.currentTime, fadeSeconds / 3);
      source.stop(audio.currentTime + fadeSeconds);
    };
  };
  const bufferOf = (audio: AudioContext, ring: Ring) => {
    const known = buffers.get(ring);
    if (known) return known;
    const samples = ringSamples(ring, audio.sampleRate);
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: audio.sampleRate });
    buffer.copyToChannel(samples, 0);
    buffers.set(ring, buffer);
    return buffer;
  };

  for (const gesture of gestures) addEventListener(gesture, prime, { capture: true });
  // Touched before, on another page of the app.
  if (navigator.userActivation?.hasBeenActive) prime();
  return {
    ring(ring) {
      const mine: typeof ringing = { ring };
      ringing?.stop?.();
      ringing = mine;
      start();
      return () => {
        mine.stop?.();
        if (ringing === mine) ringing = undefined;
      };
    },
    dispose() {
      ringing?.stop?.();
      ringing = undefined;
      for (const gesture of gestures) removeEventListener(gesture, prime, { capture: true });
      void context?.close();
    },
  };
}
