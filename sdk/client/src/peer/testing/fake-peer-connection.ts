let sessions = 0;

/** The part of RTCPeerConnection that negotiation touches, with its queue of operations and implicit rollback. */
export class FakePeerConnection {
  signalingState: RTCSignalingState = "stable";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: { candidate: RTCIceCandidate | null }) => void) | null = null;
  readonly candidates: unknown[] = [];
  /** Every remote description that was set, as type and session. */
  readonly remotes: string[] = [];
  readonly session = ++sessions;
  #version = 0;
  #operations: Promise<unknown> = Promise.resolve();

  setLocalDescription(): Promise<void> {
    return this.#chain(() => {
      const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
      const sdp = `v=0\r\no=- ${this.session} ${++this.#version} IN IP4 0.0.0.0\r\na=ice-ufrag:u${this.session}\r\n`;
      this.localDescription = { type, sdp };
      this.signalingState = type === "offer" ? "have-local-offer" : "stable";
    });
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    return this.#chain(() => {
      if (description.type === "answer" && this.signalingState !== "have-local-offer") {
        throw new DOMException("There is no offer to answer.", "InvalidStateError");
      }
      this.remotes.push(`${description.type} ${/^o=- (\d+)/m.exec(description.sdp ?? "")?.[1]}`);
      this.remoteDescription = description;
      this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
    });
  }

  addIceCandidate(candidate?: RTCIceCandidateInit): Promise<void> {
    return this.#chain(() => {
      if (!this.remoteDescription) throw new DOMException("No remote description.", "InvalidStateError");
      if (candidate?.usernameFragment === "bad") throw new DOMException("Unknown ufrag.", "OperationError");
      this.candidates.push(candidate);
    });
  }

  #chain(operation: () => void): Promise<void> {
    const result = this.#operations.then(() => Promise.resolve()).then(operation);
    this.#operations = result.catch(() => undefined);
    return result;
  }
}
