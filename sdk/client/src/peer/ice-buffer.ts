import type { Candidate } from "@chamcall/protocol";

/** Holds the candidates that come before the description they belong to. */
export class IceBuffer {
  #waiting: Candidate[] = [];

  push(candidate: Candidate): void {
    this.#waiting.push(candidate);
  }

  /**
   * Empties the buffer. Returns what fits the remote description that is now set; candidates of another
   * one (an offer that was ignored, say) would only be refused.
   */
  take(sdp: string): Candidate[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.filter((candidate) => {
      const ufrag = candidate?.usernameFragment;
      return !ufrag || sdp.includes(`a=ice-ufrag:${ufrag}`);
    });
  }
}
