/** Bounds that every door shares; lengths are UTF-16 code units unless a unit is named. */
export const limits = {
  /** Bytes of one socket message. */
  messageBytes: 64 * 1024,
  roomId: 128,
  userId: 128,
  displayName: 80,
  password: 128,
  passwordHint: 120,
  /** An SDP with many candidates stays far below this. */
  sdp: 48 * 1024,
  candidate: 4096,
  token: 4096,
  userKey: 256,
  roomName: 120,
  /** Bytes of the JSON that an app keeps with its room. */
  metadata: 8 * 1024,
  /** An app's key for a request that it may repeat. */
  idempotencyKey: 255,
  /** Most people a room can be set to hold. */
  maxParticipants: 100,
} as const;
