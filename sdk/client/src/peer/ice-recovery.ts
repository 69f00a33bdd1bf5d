interface IceRecoveryOptions {
  /** Bytes received so far. */
  bytesReceived: () => Promise<number>;
}

const watchMs = 2000;

/**
 * Brings a broken media path back with an ICE restart: at once when it has failed; when it is only in doubt
 * (`disconnected`), after two seconds in which nothing arrived.
 */
export class IceRecovery {
  readonly #pc: RTCPeerConnection;
  readonly #options: IceRecoveryOptions;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #suspended = false;

  constructor(pc: RTCPeerConnection, options: IceRecoveryOptions) {
    this.#pc = pc;
    this.#options = options;
    pc.oniceconnectionstatechange = () => this.#changed();
  }

  /**
   * Signals can't travel. A restart begun now would get no answer, and keep the path from healing by itself,
   * so it waits for `resume`.
   */
  suspend(): void {
    this.#suspended = true;
  }

  resume(): void {
    this.#suspended = false;
  }

  /** Restarts now unless media flows; does nothing before the first negotiation. */
  restart(): void {
    const { iceConnectionState, currentRemoteDescription } = this.#pc;
    if (
      this.#suspended ||
      !currentRemoteDescription ||
      iceConnectionState === "connected" ||
      iceConnectionState === "completed"
    )
      return;
    this.#pc.restartIce();
  }

  stop(): void {
    clearTimeout(this.#watch);
    this.#watch = undefined;
    this.#pc.oniceconnectionstatechange = null;
  }

  #changed(): void {
    clearTimeout(this.#watch);
    this.#watch = undefined;
    if (this.#pc.iceConnectionState === "failed") this.restart();
    else if (this.#pc.iceConnectionState === "disconnected") this.#watchBytes();
  }

  #watchBytes(): void {
    const before = this.#options.bytesReceived();
    const watch = setTimeout(async () => {
      const stoodStill = (await this.#options.bytesReceived()) === (await before);
      if (stoodStill && this.#watch === watch) this.restart();
    }, watchMs);
    this.#watch = watch;
  }
}
