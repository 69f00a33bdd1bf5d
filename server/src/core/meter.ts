/**
 * Token bucket of one connection: `rate` messages a second on average, `burst` at once.
 * A connection lives on one node, so this needs no shared counter and stays off the relay's back.
 */
export class Meter {
  readonly #rate: number;
  readonly #burst: number;
  readonly #now: () => number;
  #tokens: number;
  #at: number;

  constructor({ rate, burst, now }: { rate: number; burst: number; now: () => number }) {
    this.#rate = rate;
    this.#burst = burst;
    this.#now = now;
    this.#tokens = burst;
    this.#at = now();
  }

  /** 0 when the message may pass, otherwise milliseconds until the next one may. */
  take(): number {
    const now = this.#now();
    // A clock that was set back must not cost anyone what they had.
    const elapsed = Math.max(0, now - this.#at);
    this.#tokens = Math.min(this.#burst, this.#tokens + (elapsed / 1000) * this.#rate);
    this.#at = now;
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / this.#rate) * 1000);
    this.#tokens -= 1;
    return 0;
  }
}
