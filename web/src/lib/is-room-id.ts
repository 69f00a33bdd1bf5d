/** Whether the server takes this as a room's name: the `RoomId` of the protocol, repeated to keep schemas out of the bundle. */
export function isRoomId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(text);
}
