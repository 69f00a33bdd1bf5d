/** What rings: here, or at the other side. */
export type Ring = "incoming" | "outgoing";

/** A struck bar: the ground tone, and the overtone that makes it sound like wood. */
const bar = { decay: 0.34, overtone: { at: 4, level: 0.16, decay: 0.07 } };
/** Hz, and when in the loop, in seconds. */
const melody = [
  [523.25, 0],
  [659.25, 0.14],
  [783.99, 0.28],
  [1046.5, 0.42],
  [783.99, 0.84],
  [1046.5, 0.98],
] as const;
const hum = { frequencies: [392, 493.88], seconds: 1.1, fade: 0.06 };

/** One loop of a ring, mono, -1 to 1; it begins and ends in silence, so that it can be repeated without a click. */
export function ringSamples(ring: Ring, sampleRate: number): Float32Array<ArrayBuffer> {
  return ring === "incoming"
    ? fill(sampleRate, 3.2, (time) => melody.reduce((sum, [frequency, at]) => sum + struck(frequency, time - at), 0))
    : fill(sampleRate, 4, hummed);
}

function fill(sampleRate: number, seconds: number, at: (time: number) => number): Float32Array<ArrayBuffer> {
  return new Float32Array(Math.round(sampleRate * seconds)).map((_, index) => at(index / sampleRate));
}

function struck(frequency: number, time: number): number {
  if (time < 0) return 0;
  const { decay, overtone } = bar;
  const wave = (times: number) => Math.sin(2 * Math.PI * frequency * times * time);
  const attack = Math.min(1, time / 0.004);
  const ground = wave(1) * Math.exp(-time / decay);
  const wood = wave(overtone.at) * overtone.level * Math.exp(-time / overtone.decay);
  return 0.26 * attack * (ground + wood);
}

function hummed(time: number): number {
  const { frequencies, seconds, fade } = hum;
  if (time > seconds) return 0;
  const level = Math.min(1, time / fade, (seconds - time) / fade);
  return 0.05 * level * frequencies.reduce((sum, frequency) => sum + Math.sin(2 * Math.PI * frequency * time), 0);
}
