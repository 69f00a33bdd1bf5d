/**
 * The session id of a description's `o=` line (RFC 8866, 5.2). It stays the same for the life of a
 * peer connection (RFC 9429, 5.2.1), so another one means that the other side has started anew.
 */
export function sdpSession(sdp: string): string | undefined {
  return /^o=\S+ (\S+) /m.exec(sdp)?.[1];
}
