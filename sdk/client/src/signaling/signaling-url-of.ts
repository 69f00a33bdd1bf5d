/** Where a server's native sockets are, for its http(s) URL. */
export function signalingUrlOf(serverUrl: string): string {
  const url = new URL("/ws", serverUrl);
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
}
