import { compareQuality } from "./compare-quality.ts";
import type { ConnectionQuality } from "./connection-quality.ts";
import type { LinkSample } from "./link-sample.ts";
import { rateQuality, rateSending } from "./rate-quality.ts";
import { hear, speakersOf, type Voices } from "./speakers.ts";
import { type SteadyQuality, steadyQuality } from "./steady-quality.ts";

/** Someone to be measured. */
export interface Measured {
  readonly userId: string;
  /** Whether something of theirs should be arriving. */
  readonly sends: boolean;
  readonly isSelf: boolean;
}

interface CallStatsOptions {
  /** Everyone in the call, self included. */
  everyone: () => readonly Measured[];
  level: (userId: string) => number;
  sample: (userId: string) => Promise<LinkSample | undefined>;
  quality: (userId: string, quality: ConnectionQuality) => void;
  speakers: (userIds: string[]) => void;
}

const levelMs = 200;
/** Quality is measured with every tenth level. */
const levelsPerQuality = 10;
const calm: SteadyQuality = { shown: "good", measured: "good" };

/** The one poller of a call: who speaks, and how well media arrives. Rests while nobody else is there. */
export class CallStats {
  readonly #options: CallStatsOptions;
  readonly #samples = new Map<string, LinkSample>();
  readonly #qualities = new Map<string, SteadyQuality>();
  #voices: Voices = [];
  #speakers: string[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #ticks = 0;

  constructor(options: CallStatsOptions) {
    this.#options = options;
  }

  /** Call when somebody came or went. */
  update(): void {
    const everyone = this.#options.everyone();
    const here = new Set(everyone.map(({ userId }) => userId));
    for (const userId of [...this.#samples.keys()]) if (!here.has(userId)) this.#samples.delete(userId);
    for (const userId of [...this.#qualities.keys()]) if (!here.has(userId)) this.#qualities.delete(userId);
    if (everyone.length < 2) this.stop();
    else this.#timer ??= setInterval(() => this.#tick(), levelMs);
  }

  stop(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#voices = [];
    this.#speakers = [];
    this.#options.speakers([]);
  }

  #tick(): void {
    const everyone = this.#options.everyone();
    const levels = new Map(everyone.map(({ userId }) => [userId, this.#options.level(userId)]));
    this.#voices = hear(this.#voices, levels, performance.now());
    this.#speakers = speakersOf(this.#voices, this.#speakers);
    this.#options.speakers(this.#speakers);
    this.#ticks = (this.#ticks + 1) % levelsPerQuality;
    if (this.#ticks === 0) void this.#measure(everyone);
  }

  async #measure(everyone: readonly Measured[]): Promise<void> {
    const others = everyone.filter(({ isSelf }) => !isSelf);
    const sending = await Promise.all(others.map((other) => this.#measureOne(other)));
    const self = everyone.find(({ isSelf }) => isSelf);
    // If only some paths out are bad it isn't this client's connection, so the best one counts.
    const best = sending
      .flatMap((quality) => quality ?? [])
      .sort(compareQuality)
      .at(-1);
    if (self && best) this.#report(self.userId, best);
  }

  async #measureOne({ userId, sends }: Measured): Promise<ConnectionQuality | undefined> {
    const sample = await this.#options.sample(userId).catch(() => undefined);
    if (!sample || this.#timer === undefined) return undefined;
    const before = this.#samples.get(userId);
    this.#samples.set(userId, sample);
    // Counters that went back belong to a new path.
    const comparable = before && sample.bytesReceived >= before.bytesReceived;
    if (comparable) this.#report(userId, rateQuality(before, sample, sends));
    return rateSending(sample);
  }

  #report(userId: string, measured: ConnectionQuality): void {
    const quality = steadyQuality(this.#qualities.get(userId) ?? calm, measured);
    this.#qualities.set(userId, quality);
    this.#options.quality(userId, quality.shown);
  }
}
