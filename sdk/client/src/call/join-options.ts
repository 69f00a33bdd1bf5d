import type { LocalMedia } from "../media/local-media.ts";

/** How to enter a room. */
export interface JoinOptions {
  /** Default: the page's own origin. */
  serverUrl?: string;
  roomId: string;
  displayName: string;
  password?: string;
  /** Proves the ownership of the room; given out as `call.ownerKey` to whoever created it. */
  ownerKey?: string;
  /** A room token got elsewhere, or kept over a reload: skips `POST /room/:roomId/join`. */
  token?: string;
  /** Where to connect with `token`, path included; default: `/ws` on the server. */
  signalingUrl?: string;
  userId?: string;
  /** The preview shown before joining; without it the call captures camera and microphone itself. */
  media?: LocalMedia;
  /** "relay" forces the media through TURN. */
  iceTransportPolicy?: RTCIceTransportPolicy;
  /** Gives up joining; no effect once joined. */
  signal?: AbortSignal;
}
