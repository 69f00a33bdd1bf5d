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
  /**
   * Called when this join has created the room, before anything else can fail: the app stores the key, the server
   * does not show it again.
   */
  onOwnerKey?: (key: string) => void;
  /** A room token got elsewhere, or kept over a reload: skips `POST /room/:roomId/join`. */
  token?: string;
  /** Where to connect with `token`, path included; default: `/ws` on the server. */
  signalingUrl?: string;
  /**
   * Once `token` is no good any more, asks the server for another (`POST /room/:roomId/join`) under the same `userId`,
   * which a reloaded page has to pass. Default: the call ends, because only the app knows where the token came from.
   */
  rejoin?: boolean;
  userId?: string;
  /**
   * When the page goes away, keeps the seat for as long as the server holds it, for a reload with `token`. Default: the
   * call is left at once. For calls that are over when one of two leaves.
   */
  keepSeat?: boolean;
  /** The preview shown before joining; without it the call captures camera and microphone itself. */
  media?: LocalMedia;
  /** "relay" forces the media through TURN. */
  iceTransportPolicy?: RTCIceTransportPolicy;
  /** Gives up joining; no effect once joined. */
  signal?: AbortSignal;
}
