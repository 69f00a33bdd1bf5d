import type { MediaConnection } from "../call/participant-snapshot.ts";

/** What a person should know about the state of a peer connection; `before` is what they knew until now. */
export function mediaConnection(state: RTCPeerConnectionState, before: MediaConnection): MediaConnection {
  switch (state) {
    case "connected":
      return "connected";
    case "failed":
    case "closed":
      return "failed";
    case "disconnected":
      return "reconnecting";
    default:
      return before === "connecting" ? "connecting" : "reconnecting";
  }
}
