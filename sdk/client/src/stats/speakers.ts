interface Voice {
  readonly userId: string;
  readonly speaking: boolean;
  /** Samples in a row above the threshold. */
  readonly loud: number;
  /** When it was last above the threshold, milliseconds. */
  readonly heardAt: number;
  /** Loudness 0..1, smoothed. */
  readonly level: number;
}

/** Everyone heard so far; opaque, starts as an empty list. */
export type Voices = readonly Voice[];

/** About -34 dB: above a quiet room, below quiet speech. */
const threshold = 0.02;
/** A single loud sample is a click, two are speech. */
const samplesToStart = 2;
const silenceToStopMs = 1000;
const smoothing = 0.3;
const clearlyLouder = 2;

/** Takes the levels (0..1) of one sample, about every 200 ms; `now` in milliseconds. */
export function hear(before: Voices, levels: ReadonlyMap<string, number>, now: number): Voices {
  return [...levels].map(([userId, level]) => {
    const voice = before.find((other) => other.userId === userId);
    const loud = level >= threshold ? (voice?.loud ?? 0) + 1 : 0;
    const heardAt = loud > 0 ? now : (voice?.heardAt ?? Number.NEGATIVE_INFINITY);
    const speaking = voice?.speaking ? now - heardAt < silenceToStopMs : loud >= samplesToStart;
    const smoothed = (voice?.level ?? 0) * (1 - smoothing) + level * smoothing;
    return { userId, speaking, loud, heardAt, level: smoothed };
  });
}

/**
 * userIds of those speaking, loudest first. Two people about as loud keep the places they had in `before`,
 * or they would swap with every syllable.
 */
export function speakersOf(voices: Voices, before: readonly string[]): string[] {
  const place = (userId: string) => (before.includes(userId) ? before.indexOf(userId) : before.length);
  const order = voices
    .filter(({ speaking }) => speaking)
    .sort((a, b) => place(a.userId) - place(b.userId) || b.level - a.level);
  for (let end = order.length - 1; end > 0; end--) {
    for (let i = 0; i < end; i++) {
      const [louder, quieter] = [order[i + 1], order[i]];
      if (louder && quieter && louder.level > quieter.level * clearlyLouder) order.splice(i, 2, louder, quieter);
    }
  }
  return order.map(({ userId }) => userId);
}
