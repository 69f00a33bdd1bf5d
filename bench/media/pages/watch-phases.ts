import { mark } from "./phases.ts";

// Marks the phases by listening in on the browser's own interfaces, so that both sides are watched alike.
// To be imported first: libraries take hold of those interfaces while they are loaded.

const { fetch, WebSocket, RTCPeerConnection } = globalThis;

globalThis.fetch = async (...request) => {
  const response = await fetch(...request);
  mark("join answered (HTTP)");
  return response;
};

globalThis.WebSocket = class extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener("open", () => mark("socket open"));
    this.addEventListener("message", ({ data }) => {
      if (typeof data === "string" && /^(42\["joined-room"|43\d)/.test(data)) mark("in the room");
    });
  }
};

globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    this.addEventListener("signalingstatechange", () => {
      if (this.signalingState === "have-remote-offer") mark("offer received");
      if (this.signalingState === "stable") mark("answer made");
    });
    this.addEventListener("connectionstatechange", () => {
      if (this.connectionState === "connected") mark("media path connected");
    });
  }
};
