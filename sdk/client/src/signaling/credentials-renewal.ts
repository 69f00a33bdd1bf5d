import type { Credentials } from "@chamcall/protocol";

interface RenewalOptions {
  /** Asks the server; rejects when it refuses. */
  request: () => Promise<Partial<Credentials>>;
  renewed: (credentials: Credentials) => void;
}

const retryMs = 30_000;
/** The longest delay that browser timers take. */
const longestMs = 2 ** 31 - 1;

/** Renews the room token and the TURN credentials at half of their life. */
export class CredentialsRenewal {
  readonly #options: RenewalOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RenewalOptions) {
    this.#options = options;
  }

  /** `ttl` in seconds, as the server counts it. */
  start(ttl: number): void {
    this.#schedule((ttl * 1000) / 2);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(delayMs: number): void {
    this.stop();
    const timer = setTimeout(() => void this.#renew(timer), Math.min(delayMs, longestMs));
    this.#timer = timer;
  }

  async #renew(timer: ReturnType<typeof setTimeout>): Promise<void> {
    const answer = await this.#options.request().catch(() => undefined);
    if (this.#timer !== timer) return;
    // A resume acknowledges what was processed without its answer; then it takes another request.
    if (!answer?.token || !answer.iceServers || !answer.ttl) return this.#schedule(retryMs);
    const { token, iceServers, ttl } = answer;
    this.#options.renewed({ token, iceServers, ttl });
    this.start(ttl);
  }
}
