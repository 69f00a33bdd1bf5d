/** The link that lets others in. */
export function roomUrl(roomId: string): string {
  return `${location.origin}/room/${encodeURIComponent(roomId)}`;
}
