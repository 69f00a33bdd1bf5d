/** What the pages of these tests collect about themselves, see `installPageHooks`. */
export interface PageHooks {
  /** Every peer connection the page ever made. */
  readonly peers: RTCPeerConnection[];
  /** Every track that a camera or microphone has given. */
  readonly captured: MediaStreamTrack[];
}

declare global {
  interface Window {
    chamcallHooks: PageHooks;
  }
}

/** How wide a camera's picture is; small, so that several pages encode it on one machine. */
const smallCamera = { width: 320, height: 180, frameRate: 15 };

/** An init script's source: collects `PageHooks` and makes every camera answer with a small picture. */
export function pageHooks(): string {
  return `(${installPageHooks})(${JSON.stringify(smallCamera)})`;
}

/** Runs in the page, before its own scripts. */
function installPageHooks(camera: MediaTrackConstraints): void {
  const peers: RTCPeerConnection[] = [];
  const captured: MediaStreamTrack[] = [];
  window.chamcallHooks = { peers, captured };

  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.push(this);
    }
  };

  // Absent where the page is not secure.
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted = {}) => {
    const { video } = wanted;
    const small = typeof video === "object" ? { ...video, ...camera } : video && camera;
    const stream = await getUserMedia({ ...wanted, ...(small && { video: small }) });
    captured.push(...stream.getTracks());
    return stream;
  };
}
