/** Whether the server takes this as someone's name: the `UserId` of the protocol, repeated to keep schemas out of the bundle. */
export function isUserId(text: string): boolean {
  return /^[A-Za-z0-9@+_.:-]{1,128}$/.test(text);
}
