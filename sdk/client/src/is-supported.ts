/** Whether this browser can call at all: WebRTC, capture (needs https or localhost) and WebSocket. */
export function isSupported(): boolean {
  return (
    typeof RTCPeerConnection === "function" &&
    typeof WebSocket === "function" &&
    typeof navigator.mediaDevices?.getUserMedia === "function"
  );
}
