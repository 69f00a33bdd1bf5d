import type { Candidate, Offer } from "@chamcall/protocol";
import { IceBuffer } from "./ice-buffer.ts";
import { sdpSession } from "./sdp-session.ts";
import type { Signal } from "./signal.ts";

interface NegotiatorOptions {
  /** Whether this side gives way when both make the first offer at once; exactly one of the two does. */
  yieldsFirst: boolean;
  send: (signal: Signal) => void;
  /** Runs between taking an offer and answering it: the moment to attach own tracks. */
  prepareAnswer: () => void;
}

/**
 * Perfect negotiation (W3C webrtc-pc, 10.7) over one peer connection. Once connected, the side that made the
 * first offer is the polite one: Chromium (156) shows no video any more after rolling an offer back on
 * a connection that has only answered so far, while the other side takes no harm.
 */
export class Negotiator {
  /** See NegotiatorOptions; may change until the first negotiation is over. */
  yieldsFirst: boolean;
  readonly #pc: RTCPeerConnection;
  readonly #options: NegotiatorOptions;
  readonly #ice = new IceBuffer();
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  #remoteSession: string | undefined;
  /** Who made the first offer that was answered. */
  #firstOffer: "own" | "theirs" | undefined;

  constructor(pc: RTCPeerConnection, options: NegotiatorOptions) {
    this.#pc = pc;
    this.#options = options;
    this.yieldsFirst = options.yieldsFirst;
    pc.onnegotiationneeded = () => void this.#offer();
    pc.onicecandidate = ({ candidate }) => {
      options.send({ kind: "candidate", candidate: candidate && toCandidate(candidate) });
    };
  }

  /** Whether this comes from another peer connection than the one negotiated with so far. */
  isForeign(signal: Signal): boolean {
    if (this.#remoteSession === undefined || signal.kind === "candidate") return false;
    const { sdp } = signal.kind === "offer" ? signal.offer : signal.answer;
    return sdpSession(sdp) !== this.#remoteSession;
  }

  /**
   * Whether taking this offer means giving up an own one that was the first. Rolling that back would leave its
   * transceivers behind, to be negotiated as empty places for ever; a fresh connection is cleaner.
   */
  losesFirstOffer(signal: Signal): boolean {
    const hasOffered = this.#makingOffer || this.#pc.signalingState === "have-local-offer";
    return signal.kind === "offer" && this.yieldsFirst && hasOffered && this.#firstOffer === undefined;
  }

  async receive(signal: Signal): Promise<void> {
    try {
      if (signal.kind === "candidate") await this.#receiveCandidate(signal.candidate);
      else if (signal.kind === "answer") await this.#receiveAnswer(signal.answer);
      else await this.#receiveOffer(signal.offer);
    } catch (error) {
      // Closed in the meantime: whatever was going on no longer matters.
      if (this.#pc.signalingState !== "closed") throw error;
    }
  }

  /** Sends the open offer again, for when it may have been lost with the old seat; false when there is none. */
  resend(): boolean {
    const { signalingState, localDescription } = this.#pc;
    if (signalingState !== "have-local-offer" || localDescription?.type !== "offer") return false;
    this.#options.send({ kind: "offer", offer: { type: "offer", sdp: localDescription.sdp } });
    return true;
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.resend();
    } catch (error) {
      if (this.#pc.signalingState !== "closed") throw error;
    } finally {
      this.#makingOffer = false;
    }
  }

  async #receiveOffer(offer: Offer): Promise<void> {
    const pc = this.#pc;
    const ready = !this.#makingOffer && (pc.signalingState === "stable" || this.#isSettingRemoteAnswerPending);
    const polite = this.#firstOffer === undefined ? this.yieldsFirst : this.#firstOffer === "own";
    this.#ignoreOffer = !ready && !polite;
    if (this.#ignoreOffer) return;
    await this.#setRemote(offer);
    this.#options.prepareAnswer();
    await pc.setLocalDescription();
    this.#firstOffer ??= "theirs";
    const answer = pc.localDescription;
    if (answer?.type === "answer") this.#options.send({ kind: "answer", answer: { type: "answer", sdp: answer.sdp } });
  }

  async #receiveAnswer(answer: RTCSessionDescriptionInit & { sdp: string }): Promise<void> {
    // An answer to an offer that was rolled back, or a second one.
    if (this.#pc.signalingState !== "have-local-offer") return;
    try {
      this.#isSettingRemoteAnswerPending = true;
      await this.#setRemote(answer);
      this.#firstOffer ??= "own";
    } finally {
      this.#isSettingRemoteAnswerPending = false;
    }
  }

  async #setRemote(description: RTCSessionDescriptionInit & { sdp: string }): Promise<void> {
    this.#remoteSession = sdpSession(description.sdp);
    await this.#pc.setRemoteDescription(description);
    for (const candidate of this.#ice.take(description.sdp)) await this.#add(candidate);
  }

  async #receiveCandidate(candidate: Candidate): Promise<void> {
    if (this.#pc.remoteDescription) await this.#add(candidate);
    else if (!this.#ignoreOffer) this.#ice.push(candidate);
  }

  async #add(candidate: Candidate): Promise<void> {
    try {
      await this.#pc.addIceCandidate(candidate ?? undefined);
    } catch (error) {
      if (!this.#ignoreOffer) throw error;
    }
  }
}

function toCandidate(candidate: RTCIceCandidate): Candidate {
  const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  return { candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
